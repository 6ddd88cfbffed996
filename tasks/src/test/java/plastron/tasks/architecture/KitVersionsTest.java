package plastron.tasks.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kit has no parent: what users test with is what the build tests with. */
class KitVersionsTest {

  private static final Path KIT = Path.of("../.mvn/kit/pom.xml");
  private static final Path BUILD = Path.of("../pom.xml");

  private static String found(Path file, String pattern) throws IOException {
    Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(file));
    assertThat(matcher.find()).as("%s in %s", pattern, file).isTrue();
    return matcher.group(1);
  }

  @ParameterizedTest
  @CsvSource({"junit-jupiter, junit", "jqwik, jqwik", "assertj-core, assertj"})
  void areThoseOfTheBuild(String artifact, String property) throws IOException {
    String version = "<artifactId>" + artifact + "</artifactId>\\s*<version>([^<]+)</version>";
    assertThat(found(KIT, version)).isEqualTo(found(BUILD, "<" + property + ".version>([^<]+)<"));
  }

  @ParameterizedTest
  @CsvSource({"../.mvn/kit/pom.xml", "../.mvn/bom/pom.xml"})
  void belongToTheProjectsOwnVersion(Path pom) throws IOException {
    String version = "<version>([^<]+)</version>";
    assertThat(found(pom, version)).isEqualTo(found(BUILD, version));
  }
}
