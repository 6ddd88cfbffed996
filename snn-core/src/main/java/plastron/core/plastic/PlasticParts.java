package plastron.core.plastic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import plastron.core.circuit.DopamineStdp;
import plastron.core.circuit.PairStdp;
import plastron.core.circuit.Plasticity;
import plastron.core.circuit.ShortTerm;
import plastron.core.circuit.TripletStdp;
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
    String pre = drawn.connections().pre();
    List<Stretches> all = builder.stretches();
    return switch (plasticity) {
      case ShortTerm shortTerm ->
          parts(pre, all, rows -> new ShortTermRows(shortTerm, dtMs, rows, arrivals));
      case PairStdp stdp -> parts(pre, all, rows -> new StdpRows(stdp, dtMs, rows, arrivals));
      case TripletStdp stdp -> parts(pre, all, rows -> new TripletRows(stdp, dtMs, rows, arrivals));
      case DopamineStdp stdp -> {
        DopamineLevel level = new DopamineLevel(stdp, dtMs, drawn.steps(stdp.delayMs()));
        List<PlasticPart> parts = new ArrayList<>();
        parts.add(new PlasticPart(stdp.source(), level));
        parts.addAll(parts(pre, all, rows -> new DopamineRows(stdp, level, dtMs, rows, arrivals)));
        yield parts;
      }
    };
  }

  private static List<PlasticPart> parts(
      String pre, List<Stretches> all, Function<Stretches, IncomingSynapses> synapses) {
    return all.stream().map(rows -> new PlasticPart(pre, synapses.apply(rows))).toList();
  }
}
