package plastron.core.plastic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import plastron.core.circuit.BlockSynapses;
import plastron.core.circuit.DopamineStdp;
import plastron.core.circuit.LearningSynapses;
import plastron.core.circuit.PairStdp;
import plastron.core.circuit.Plasticity;
import plastron.core.circuit.RulePlasticity;
import plastron.core.circuit.ShortTerm;
import plastron.core.circuit.TripletStdp;
import plastron.core.network.SynapseRows;
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
   * @param size neurons by name of population
   */
  public static List<PlasticPart> of(
      SynapseDraws drawn,
      Plasticity plasticity,
      RowBuilder builder,
      Arrivals arrivals,
      ToIntFunction<String> size) {
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
      case RulePlasticity rule -> parts(rule, drawn, new CutRows(all), builder, arrivals, size);
    };
  }

  private static List<PlasticPart> parts(
      RulePlasticity rule,
      SynapseDraws drawn,
      CutRows rows,
      RowBuilder builder,
      Arrivals arrivals,
      ToIntFunction<String> size) {
    if (rows.isEmpty()) {
      return List.of();
    }
    SynapseRows synapses = rows.synapses(builder.neurons());
    LearningSynapses learning =
        rule.synapses(
            new BlockSynapses(
                drawn.connections().name(),
                synapses,
                rows.pre,
                rows.delay,
                rows.weights,
                rows.first.length - 1,
                builder.from(),
                size,
                drawn.dtMs(),
                drawn.seed()));
    List<PlasticPart> parts = new ArrayList<>();
    for (int s = 0; s < rule.sources().size(); s++) {
      parts.add(new PlasticPart(rule.sources().get(s), new SourceSpikes(learning, s)));
    }
    // Behind the sources, so that all of a step is told when a window ends.
    parts.add(
        new PlasticPart(
            drawn.connections().pre(),
            new RuleRows(learning, rows, synapses, drawn.window(), builder.channels(), arrivals)));
    return parts;
  }

  private static List<PlasticPart> parts(
      String pre, List<Stretches> all, Function<Stretches, IncomingSynapses> synapses) {
    return all.stream().map(rows -> new PlasticPart(pre, synapses.apply(rows))).toList();
  }
}
