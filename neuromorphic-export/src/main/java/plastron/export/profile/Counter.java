package plastron.export.profile;

/**
 * A kind of event that an emulator counts, in every layer by itself.
 *
 * @param name as it stands in {@code Recording.counters} after the layer's name and a dot
 * @param harmful whether a number was lost that the model keeps; a value held at a bound that the
 *     model's rule has as well, or at a rate of exactly one, is not
 * @param meaning what happened, for a reader of a report, without a full stop
 */
public record Counter(String name, boolean harmful, String meaning) {

  /** An event that makes the chip's numbers other than the model's. */
  public static Counter harmful(String name, String meaning) {
    return new Counter(name, true, meaning);
  }

  /** An event that loses nothing that the model keeps. */
  public static Counter harmless(String name, String meaning) {
    return new Counter(name, false, meaning);
  }
}
