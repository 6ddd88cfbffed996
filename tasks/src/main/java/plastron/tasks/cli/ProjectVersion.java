package plastron.tasks.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of this build, as the root pom states it. */
public final class ProjectVersion implements IVersionProvider {

  /** The version alone, such as {@code 0.1.0}. */
  public static String text() {
    try (InputStream in =
        Objects.requireNonNull(ProjectVersion.class.getResourceAsStream("version.properties"))) {
      Properties properties = new Properties();
      properties.load(in);
      return Objects.requireNonNull(properties.getProperty("version"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String[] getVersion() {
    return new String[] {"plastron " + text()};
  }
}
