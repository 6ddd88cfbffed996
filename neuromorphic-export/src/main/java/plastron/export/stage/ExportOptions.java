package plastron.export.stage;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import plastron.core.check.Require;

/**
 * What a user chooses for one export.
 *
 * @param seed of everything random on the chip; emulators may be given another
 * @param settings profile-specific choices by name, such as {@code single-synapse}; profiles refuse
 *     names they do not know
 */
public record ExportOptions(long seed, Map<String, String> settings) {

  /** Seed 1, nothing else. */
  public static final ExportOptions DEFAULT = new ExportOptions(1, Map.of());

  /** The setting that chooses how many bits the weights that do not learn have, on some chips. */
  public static final String WEIGHT_BITS = "weight-bits";

  /** The setting that chooses how many bits of the traces that learning reads are used. */
  public static final String TRACE_BITS = "trace-bits";

  public ExportOptions {
    Require.all("Settings of an export", settings);
    settings = Collections.unmodifiableMap(new TreeMap<>(settings));
  }

  /** The value of a setting, or the other value if it is not made. */
  public String setting(String name, String otherwise) {
    return settings.getOrDefault(name, otherwise);
  }
}
