package plastron.tasks.config;

import java.util.List;
import java.util.Optional;
import plastron.tasks.config.Setting.Whole;

/**
 * Table {@code training}: what of a chip's rounding training meets. Runs that are older than these
 * settings were trained in real numbers.
 */
public final class QuantisationSettings {

  /** No look at what the chip would round. */
  public static final long NEVER = 0;

  /** As many bits as the chip has. */
  public static final long ALL_BITS = 0;

  /** How often the chip's scales are chosen anew. */
  public static final Whole EVERY =
      new Whole(
          "training.quantise_every",
          NEVER,
          1_000_000_000,
          "iterations after which the chip's scales are chosen anew, with hardware only; training"
              + " rounds to them, 0 for never: in real numbers",
          Optional.of(NEVER));

  /** When rounding begins. */
  public static final Whole FROM =
      new Whole(
          "training.quantise_from",
          0,
          1_000_000_000,
          "iterations in real numbers before training rounds",
          Optional.of(0L));

  /** Trials for them. */
  public static final Whole TRIALS =
      new Whole(
          "training.quantise_trials",
          1,
          100_000,
          "trials that ranges are measured on for these scales",
          Optional.of(64L));

  /** Bits of the weights that do not learn. */
  public static final Whole WEIGHT_BITS =
      new Whole(
          "training.weight_bits",
          ALL_BITS,
          64,
          "bits of the chip's weights that do not learn, 0 for as many as it has",
          Optional.of(ALL_BITS));

  /** All of them, in the order in which files list them: of tasks that know chips. */
  public static final List<Setting<?>> ALL = List.of(EVERY, FROM, TRIALS, WEIGHT_BITS);

  private QuantisationSettings() {}
}
