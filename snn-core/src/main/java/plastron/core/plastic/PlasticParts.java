package plastron.core.plastic;

import java.util.ArrayList;
import java.util.List;
import plastron.core.circuit.PairStdp;
import plastron.core.circuit.Plasticity;
import plastron.core.circuit.ShortTerm;
import plastron.core.rows.Arrivals;
import plastron.core.rows.IncomingSynapses;
import plastron.core.rows.RowBuilder;
import plastron.core.rows.Stretches;
import plastron.core.rows.SynapseDraws;

/** Makes synapses of what a kind of plasticity says. */
public final class PlasticParts {

  private PlasticParts() {}

  /**
   * The synapses of connections that end in a block.
   *
   * @param plasticity of the connections
   * @param builder of their rows
   * @param arrivals of the block
   */
  public static List<PlasticPart> of(
      SynapseDraws drawn, Plasticity plasticity, RowBuilder builder, Arrivals arrivals) {
    double dtMs = drawn.dtMs();
    List<PlasticPart> parts = new ArrayList<>();
    for (Stretches rows : builder.stretches()) {
      IncomingSynapses synapses =
          switch (plasticity) {
            case PairStdp stdp -> new StdpRows(stdp, dtMs, rows, arrivals);
            case ShortTerm shortTerm -> new ShortTermRows(shortTerm, dtMs, rows, arrivals);
          };
      parts.add(new PlasticPart(drawn.connections().pre(), synapses));
    }
    return parts;
  }
}
