package plastron.loihi.lava;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/** Python that is the same in all bundles. */
enum Resource {
  /** What is imported. */
  HEAD,
  /** The arithmetic of neuron programs. */
  FRACTIONS,
  /** Running and recording. */
  TAIL,
  /** The comparator. */
  COMPARE;

  String text() {
    String path = "/lava/" + name().toLowerCase(Locale.ROOT) + ".py";
    try (InputStream in = Objects.requireNonNull(Resource.class.getResourceAsStream(path), path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
