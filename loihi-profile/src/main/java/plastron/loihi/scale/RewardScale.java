package plastron.loihi.scale;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import plastron.export.fixedpoint.Rounding;
import plastron.export.fixedpoint.Scale;
import plastron.export.fixedpoint.ScaledArray;
import plastron.loihi.legal.Channel;
import plastron.loihi.program.LoihiProgram;
import plastron.loihi.program.Reward;
import plastron.loihi.program.TraceScale;
import plastron.plasticity.derive.RuleDerivation.DotStep;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;

/**
 * The reward trace of a layer in numbers.
 *
 * @param reward what it follows
 * @param arrays what reward spikes add, if neurons send them
 */
record RewardScale(Reward reward, List<ScaledArray> arrays) {

  /** Rewards may grow to this many times what calibration saw. */
  private static final double HEADROOM = 1.2;

  RewardScale {
    arrays = List.copyOf(arrays);
  }

  /** As fine as the largest reward allows; empty if no rule reads one or if that was refused. */
  static Optional<RewardScale> of(LayerValues values, Report report) {
    return values.rule().reward().flatMap(channel -> of(channel, values, report));
  }

  private static Optional<RewardScale> of(Channel channel, LayerValues values, Report report) {
    Symbol symbol = channel.factors().getFirst();
    double largest = values.room(channel, HEADROOM);
    if (symbol.role() == Role.EXTERNAL) {
      Reward.Source host =
          new Reward.Host(values.layer().source().signal(symbol), symbol.axis() == Axis.POST);
      return Optional.of(new RewardScale(new Reward(host, largest / Reward.LARGEST), List.of()));
    }
    DotStep dot = (DotStep) values.rule().signals().getFirst();
    double[][] matrix = values.value(dot.matrix());
    double spike = (1 - values.traceDecay()) / values.referenceRate();
    // A sender that fires once is the least that there is room for.
    double strongest = LayerValues.largest(matrix) * spike;
    double room = Math.max(largest, strongest);
    int impulse = (int) Math.floor(strongest > 0 ? Reward.LARGEST * strongest / room : 1);
    if (impulse < 1) {
      report.refuse(
          "L-TRACE-RES",
          String.format(
              Locale.ROOT,
              "a spike adds %.3g to the reward trace r1 of -127 to 127 if the largest sum is %.3g,"
                  + " expected at least 1.",
              Reward.LARGEST * strongest / room,
              largest),
          "Maybe use a shorter update interval.");
      return Optional.empty();
    }
    // The unit is free: it makes the strongest spike a whole number.
    double unit = strongest > 0 ? strongest / impulse : room / Reward.LARGEST;
    ScaledArray added =
        new ScaledArray(
            LoihiProgram.REWARD,
            matrix,
            new Scale(unit / spike, -Reward.LARGEST, Reward.LARGEST),
            Rounding.NEAREST,
            Optional.of(dot.matrix()));
    Reward.Source spikes =
        new Reward.Spikes(
            values.layer().source().population(dot.vector()),
            TraceScale.fixed(values.traceDecay()));
    return Optional.of(new RewardScale(new Reward(spikes, unit), List.of(added)));
  }
}
