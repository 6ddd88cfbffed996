package plastron.export.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneLineTest {

  @Test
  void whatIsOneLineStays() {
    String line = "Layer h\u00fcgel (3 \u2265 2, \ud83d\ude00) must be 1. Maybe \"2\"?";
    assertThat(OneLine.of(line)).isEqualTo(line);
    assertThat(OneLine.of("a b".repeat(333))).isEqualTo("a b".repeat(333));
  }

  @Test
  void lineBreaksOfAllKindsBecomeSemicolons() {
    assertThat(OneLine.of(" a\n b\r\nc\u2028d\u0085e\n")).isEqualTo("a; b; c; d; e");
  }

  @Test
  void whatATerminalWouldObeyIsSpelledOut() {
    assertThat(OneLine.of("\u001b[31mred\u0000\u0007\t\ud83d\u202e."))
        .isEqualTo("\\u001b[31mred\\u0000\\u0007\\u0009\\ud83d\\u202e.");
  }

  @Test
  @Timeout(10)
  void theMiddleOfALongTextIsLeftOut() {
    String line = OneLine.of("Name (" + "a\n".repeat(100_000) + ") is long.");
    assertThat(line).hasSizeLessThan(1010).startsWith("Name (a; a").endsWith("; ) is long.");
    assertThat(line).contains("...");
    assertThat(OneLine.of("a" + " ".repeat(1_000_000) + "b")).hasSizeLessThan(1010);
    assertThat(OneLine.of("\u0000".repeat(5000))).hasSizeLessThan(1010);
    assertThat(OneLine.of("\ud83d\ude00".repeat(5000))).doesNotContain("\\ud83d");
  }

  @Test
  void aPathStaysAsItIs() {
    String line = "Setting eta (2.0), expected 0 to 1 (see %s).".formatted("p/".repeat(140));
    assertThat(OneLine.of(line)).isEqualTo(line);
  }

  @Test
  void ofALongValueTheMiddleIsLeftOut() {
    String key = "ab".repeat(160_000);
    assertThat(OneLine.of("Setting (%s) in a.toml is not known.".formatted(key)))
        .isEqualTo(
            "Setting (%s...%s) in a.toml is not known."
                .formatted("ab".repeat(100), "ab".repeat(50)));
    assertThat(OneLine.of("Unknown option: '%s'".formatted(key)))
        .startsWith("Unknown option: 'abab")
        .contains("...")
        .endsWith("abab'")
        .hasSizeLessThan(350);
    assertThat(OneLine.of("List (%s) must be short.".formatted("1, ".repeat(9999))))
        .endsWith("1, ) must be short.")
        .hasSizeLessThan(350);
  }

  @Test
  void ofALongLineTheMiddleIsLeftOut() {
    assertThat(OneLine.of("Begin " + "(a) ".repeat(1_000_000) + "end."))
        .startsWith("Begin (a) (a)")
        .contains("...")
        .endsWith("(a) end.")
        .hasSizeLessThanOrEqualTo(1003);
  }

  @Test
  void noCharacterIsCutInTwo() {
    for (int shift = 0; shift < 2; shift++) {
      String shown = OneLine.of("x".repeat(shift) + "\uD83D\uDE00".repeat(1000));
      assertThat(new String(shown.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
          .isEqualTo(shown);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "(", "a", "\n", "(a", "\\", "$1"})
  @Timeout(20)
  void aMegabyteOfAnythingTakesNoTime(String part) {
    assertThat(OneLine.of("Value (%s) is wrong.".formatted(part.repeat(1 << 20))))
        .hasSizeLessThanOrEqualTo(1003)
        .endsWith(" is wrong.");
  }
}
