package plastron.core.environment;

import java.util.List;
import java.util.ServiceLoader;

/** The environments that the service loader finds. */
public final class Environments {

  private Environments() {}

  /** A new one of each kind; whoever asks has to close them. */
  public static List<Environment> all() {
    return ServiceLoader.load(Environment.class).stream().map(ServiceLoader.Provider::get).toList();
  }

  /**
   * A new one of this name; whoever asks has to close it.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Environment named(String name) {
    List<Environment> all = all();
    Environment found = null;
    for (Environment each : all) {
      if (found == null && each.name().equals(name)) {
        found = each;
      } else {
        each.close();
      }
    }
    if (found == null) {
      throw new IllegalArgumentException(
          "Environment (%s) must be one of %s."
              .formatted(name, all.stream().map(Environment::name).toList()));
    }
    return found;
  }
}
