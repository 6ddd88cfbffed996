package plastron.export.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class OneLineTest {

  @Test
  void whatIsOneLineStays() {
    String line = "Layer h\u00fcgel (3 \u2265 2, \ud83d\ude00) must be 1. Maybe \"2\"?";
    assertThat(OneLine.of(line)).isEqualTo(line);
    assertThat(OneLine.of("a".repeat(1000))).isEqualTo("a".repeat(1000));
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
    assertThat(line).contains(" ... ");
    assertThat(OneLine.of("a" + " ".repeat(1_000_000) + "b")).hasSizeLessThan(1010);
    assertThat(OneLine.of("\u0000".repeat(5000))).hasSizeLessThan(1010);
    assertThat(OneLine.of("\ud83d\ude00".repeat(5000))).doesNotContain("\\ud83d");
  }
}
