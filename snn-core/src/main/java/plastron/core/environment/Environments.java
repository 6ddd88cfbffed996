package plastron.core.environment;

import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Supplier;

/** The environments that the service loader finds. */
public final class Environments {

  private Environments() {}

  /** A new one of each kind; whoever asks has to close them. */
  public static List<Environment> all() {
    return ServiceLoader.load(Environment.class).stream().map(ServiceLoader.Provider::get).toList();
  }

  /**
   * Makes new ones of this name, without a search each time; whoever asks it has to close them.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Supplier<Environment> maker(String name) {
    for (ServiceLoader.Provider<Environment> provider :
        ServiceLoader.load(Environment.class).stream().toList()) {
      try (Environment environment = provider.get()) {
        if (environment.name().equals(name)) {
          return provider;
        }
      }
    }
    throw new IllegalArgumentException(
        "Environment (%s) must be one of %s.".formatted(name, names()));
  }

  /** The names of all kinds. */
  public static List<String> names() {
    List<Environment> all = all();
    all.forEach(Environment::close);
    return all.stream().map(Environment::name).toList();
  }

  /**
   * A new one of this name; whoever asks has to close it.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Environment named(String name) {
    return maker(name).get();
  }
}
