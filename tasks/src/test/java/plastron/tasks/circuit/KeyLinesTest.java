package plastron.tasks.circuit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeyLinesTest {

  @Test
  void keysAreFoundWhateverStandsBetween() {
    String text =
        """
        # [a]
        b = \"\"\"
        c = 1
        \"\"\"
        'd e' = [ # [x]
          1,
          2,
        ]
        f.g = '\\'

        [h."i.j"]
        k = { l = "[m]", n = 1 }
        o = 2
        """;
    KeyLines lines = KeyLines.of(text);
    assertThat(lines.of(List.of("b"))).isEqualTo(2);
    assertThat(lines.of(List.of("d e"))).isEqualTo(5);
    assertThat(lines.of(List.of("f", "g"))).isEqualTo(9);
    assertThat(lines.of(List.of("h"))).isEqualTo(11);
    assertThat(lines.of(List.of("h", "i.j", "k", "n"))).isEqualTo(12);
    assertThat(lines.of(List.of("h", "i.j", "o"))).isEqualTo(13);
    assertThat(lines.of(List.of("c"))).isEqualTo(1);
  }
}
