package plastron.slayer.policy;

import java.util.function.ToDoubleFunction;
import plastron.core.check.Require;
import plastron.slayer.objective.Measure;

/**
 * A number that says how well a network acted.
 *
 * @param measure its name and scale
 * @param meaning what it is, in a few words
 * @param value its value; called from several threads at once
 */
public record TrajectoryMeasure(
    Measure measure, String meaning, ToDoubleFunction<Trajectory> value) {

  /** Sum of all rewards. */
  public static final TrajectoryMeasure RETURN =
      new TrajectoryMeasure(
          new Measure("return", Measure.Scale.NUMBER, Measure.Direction.HIGHER),
          "sum of all rewards",
          Trajectory::rewards);

  /** Number of acts. */
  public static final TrajectoryMeasure STEPS =
      new TrajectoryMeasure(
          new Measure("steps", Measure.Scale.AMOUNT, Measure.Direction.HIGHER),
          "actions until the episode is over",
          trajectory -> trajectory.acts().size());

  public TrajectoryMeasure {
    Require.given("Measure", measure);
    Require.name("Meaning of a measure", meaning);
    Require.given("Value of a measure", value);
  }
}
