package plastron.tasks.simulate;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import plastron.tasks.config.NearestName;

/** Options whose values have names. */
final class NamedOption {

  private NamedOption() {}

  /**
   * The value of a name.
   *
   * @param option for errors
   * @param values all there are; their texts are their names
   * @throws plastron.tasks.cli.BadInputException if none has the name
   */
  static <T> T one(String option, String name, T[] values) {
    List<String> names = Arrays.stream(values).map(Object::toString).toList();
    if (!names.contains(name)) {
      throw NearestName.refusal("Option " + option, name, names);
    }
    return values[names.indexOf(name)];
  }

  /** The values of several names, in their order. */
  static <T> Set<T> all(String option, List<String> given, T[] values) {
    Set<T> all = new LinkedHashSet<>();
    given.forEach(name -> all.add(one(option, name, values)));
    return all;
  }
}
