package plastron.spinnaker.run;

import static plastron.export.profile.Counter.harmful;
import static plastron.export.profile.Counter.harmless;

import java.util.List;
import plastron.export.profile.Counter;

/** What {@link SpinnakerCores} counts in every layer. */
public final class SpinnakerCounters {

  /** All of them. */
  public static final List<Counter> ALL =
      List.of(
          harmful("ring", "the sum of a step's input was held at 16 bits"),
          harmful("current_wraps", "a current left its 32 bits and wrapped"),
          harmful("drive_wraps", "an asymptotic voltage left its 32 bits and wrapped"),
          harmful("voltage_wraps", "a voltage left its 32 bits and wrapped"),
          harmful("rates", "a rate was held at the largest number and is larger"),
          harmless("full_rates", "a rate of exactly one became the largest number below it"),
          harmful("modulators", "a neuromodulator was held at 16 bits"),
          harmful("post_factors", "a post factor was held at 16 bits"),
          harmful("predictions", "a prediction was held at 16 bits"),
          harmful("errors", "a prediction error was held at 16 bits"),
          harmful("pre_factors", "a pre factor was held at 16 bits"),
          harmful("traces", "E was held at 16 bits, inside the rule's own bound"),
          harmless("trace_bounds", "E was held at the rule's own bound"),
          harmful("weights", "an effective weight was held at 16 bits"));

  private SpinnakerCounters() {}
}
