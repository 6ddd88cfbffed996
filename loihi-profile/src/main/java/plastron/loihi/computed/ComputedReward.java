package plastron.loihi.computed;

import java.util.Arrays;
import java.util.List;
import plastron.export.predict.Computation.Dot;
import plastron.export.predict.Computation.Sum;
import plastron.export.predict.Computation.Term;
import plastron.export.predict.ComputedRule.External;
import plastron.export.predict.ComputedRule.Parameter;
import plastron.export.predict.ComputedRule.Signal;
import plastron.export.predict.ComputedTrace;
import plastron.export.stage.QuantizedLayer;
import plastron.loihi.program.LoihiProgram;
import plastron.loihi.program.PlasticProgram;
import plastron.loihi.program.Reward;
import plastron.loihi.program.TraceScale;
import plastron.loihi.rule.Variable;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Grid;
import plastron.plasticity.expr.Grid.Rounding;

/**
 * The reward trace in real numbers.
 *
 * @param traces of those who send reward spikes
 * @param externals what the host sends
 * @param parameters what spikes add
 * @param signals the trace as rules read it
 */
record ComputedReward(
    List<ComputedTrace> traces,
    List<External> externals,
    List<Parameter> parameters,
    List<Signal> signals) {

  private static final ComputedReward NONE =
      new ComputedReward(List.of(), List.of(), List.of(), List.of());

  private static final String R1 = Variable.R1.symbol();
  private static final String GIVEN = "reward given";
  private static final String SENT = "reward sent";
  private static final String ADDED = "reward added";
  private static final String SUM = "reward sum";

  static ComputedReward of(QuantizedLayer<LoihiProgram> layer, PlasticProgram plastic) {
    return plastic.reward().map(reward -> of(reward, layer, plastic)).orElse(NONE);
  }

  private static ComputedReward of(
      Reward reward, QuantizedLayer<LoihiProgram> layer, PlasticProgram plastic) {
    return switch (reward.source()) {
      case Reward.Host host ->
          new ComputedReward(
              List.of(),
              List.of(
                  new External(GIVEN, host.perNeuron() ? Axis.POST : Axis.GLOBAL, host.signal())),
              List.of(),
              List.of(r1(Rounding.NEAREST, Term.of(1 / reward.unit(), GIVEN))));
      case Reward.Spikes spikes -> {
        boolean own = spikes.population() == plastic.population();
        yield new ComputedReward(
            List.of(
                ComputedTrace.decaying(
                    SENT,
                    own ? Axis.POST : Axis.MODULATOR,
                    Math.scalb((double) spikes.decay(), -TraceScale.DECAY_BITS),
                    1,
                    Grid.EXACT,
                    Grid.EXACT)),
            List.of(),
            List.of(new Parameter(ADDED, own ? Axis.POST_POST : Axis.MODULATOR_POST, added(layer))),
            List.of(
                new Signal(SUM, Axis.POST, new Dot(ADDED, SENT, Grid.EXACT)),
                r1(Rounding.RANDOM, Term.of(1, SUM))));
      }
    };
  }

  private static Signal r1(Rounding rounding, Term value) {
    Grid grid = new Grid(1, -Reward.LARGEST, Reward.LARGEST, rounding);
    return new Signal(R1, Axis.POST, Sum.of(grid, value));
  }

  private static double[][] added(QuantizedLayer<LoihiProgram> layer) {
    return Arrays.stream(layer.array(LoihiProgram.REWARD).values())
        .map(row -> Arrays.stream(row).asDoubleStream().toArray())
        .toArray(double[][]::new);
  }
}
