package plastron.tasks.simulate.network;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import plastron.core.simulate.Engine;
import plastron.tasks.cli.BadInputException;

/** A network that can be simulated, before anything of it is built. */
public interface NetworkDescription {

  /** A name of a population or of connections as part of the name of a file. */
  static String inFiles(String name) {
    return name.replaceAll("[^A-Za-z0-9_-]", "-");
  }

  /**
   * Refuses names that are the same in the names of files.
   *
   * @param path where they are from
   */
  static void requireDistinct(Path path, Stream<String> names) {
    Set<String> taken = new HashSet<>();
    names.forEach(
        name -> {
          if (!taken.add(inFiles(name))) {
            throw new BadInputException(
                "Name (%s) in %s must differ from others in letters, digits, hyphens or underscores."
                    .formatted(name, path));
          }
        });
  }

  /** The file or folder that it is read from. */
  Path path();

  /** Decides whatever is drawn. */
  long seed();

  /** Step, ms. */
  double dtMs();

  /** What runs it, as summaries name it. */
  String engine();

  /** Whether spikes are sent at the ends of steps alone. */
  boolean isOnGrid();

  /** All populations. */
  List<SimulatedPopulation> populations();

  /** All connections that learn. */
  List<LearningConnections> learning();

  /**
   * In how many threads it runs.
   *
   * @param wanted at least 1; empty for as many as are useful
   * @throws BadInputException if it does not run in so many
   */
  int threads(OptionalInt wanted);

  /**
   * Builds it.
   *
   * @param threads as {@link #threads} says; change no result
   * @throws BadInputException if a part of it cannot be simulated
   */
  Engine build(int threads);

  /** Of all that a state depends on. */
  long fingerprint() throws IOException;

  /** What a summary is to say of where it comes from, by key. */
  Map<String, String> provenance();
}
