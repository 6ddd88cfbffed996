package plastron.export.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import plastron.export.resource.Limit;

/**
 * A code by which something is refused, for people who look it up.
 *
 * @param code as messages have it, such as {@code L-FUNC}; what every chip says with its own prefix
 *     stands without it, such as {@code -LATENCY}
 * @param meaning what is refused, in one line
 * @param limit up to where it is not, with the document and section that it is from
 * @param wayOut what to do
 * @param test the test that holds the limit from both sides, as {@code Class.method}
 */
public record RefusalCode(String code, String meaning, String limit, String wayOut, String test) {

  /**
   * The code of a resource that is used up.
   *
   * @param prefix of the chips' codes
   * @param chips that say it, by name
   * @param name of the resource
   * @throws java.util.NoSuchElementException if no chip counts it
   */
  public static RefusalCode of(
      String prefix, SortedMap<String, List<Limit>> chips, String name, String test) {
    List<String> texts = new ArrayList<>();
    Limit some = null;
    for (var chip : chips.entrySet()) {
      for (Limit limit : chip.getValue()) {
        if (limit.name().equals(name)) {
          some = limit;
          texts.add("%s: %s".formatted(chip.getKey(), limit.describe()));
        }
      }
    }
    if (some == null) {
      throw new NoSuchElementException("No chip counts %s.".formatted(name));
    }
    return new RefusalCode(
        prefix + "-" + some.code(),
        "what may not be cut further needs more %s than a %s has"
            .formatted(some.unit(), some.scope().title()),
        String.join("; ", texts),
        "what the message says fits: fewer neurons, inputs or layers",
        test);
  }
}
