package plastron.export.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictJsonTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"a": NaN}           | not valid JSON (line 1
          {"a": -Infinity}     | not valid JSON (line 1
          {"a": 1} x           | not valid JSON (line 1
          {"a": 1} {}          | not valid JSON (line 1
          {"a": [1, 2          | the file ends too early (line 1
          {"a": 01}            | not valid JSON (line 1
          {'a': 1}             | not valid JSON (line 1
          {"a": 1,}            | not valid JSON (line 1
          {"a": 1, "a": 2}     | the name "a" stands twice in one object (line 1
          {"a": 1e999}         | the number 1e999 is beyond the range of a double (line 1
          [1]                  | expected a JSON object
          ``                   | the file ends too early
          """)
  void refuses(String text, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("a.json"), text);
    assertThatThrownBy(() -> StrictJson.read(file))
        .isInstanceOf(BrokenVectorException.class)
        .hasMessageContaining(message);
  }

  @Test
  void statesTheLine() throws IOException {
    Path file = Files.writeString(folder.resolve("a.json"), "{\n  \"a\": 1,\n  \"b\": nan\n}");
    assertThatThrownBy(() -> StrictJson.read(file)).hasMessageContaining("(line 3, column ");
  }

  @Test
  void refusesWhatIsNotUtf8() throws IOException {
    Path file =
        Files.write(
            folder.resolve("a.json"), "{\"a\": \"\u00ff\"}".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> StrictJson.read(file)).hasMessage("is not UTF-8 text");
  }

  @Test
  void keepsEveryDigit() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("a.json"), "{\"a\": [9007199254740993, 0.1, -0.0, true, null, \"x\"]}");
    JsonObject document = StrictJson.read(file);
    assertThat(document.getAsJsonArray("a").get(0).getAsLong()).isEqualTo(9007199254740993L);
    assertThat(document.toString())
        .isEqualTo("{\"a\":[9007199254740993,0.1,-0.0,true,null,\"x\"]}");
  }
}
