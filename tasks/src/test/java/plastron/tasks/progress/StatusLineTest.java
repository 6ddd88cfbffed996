package plastron.tasks.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatusLineTest {

  private static final long SECOND = 1_000_000_000L;

  private final StringWriter text = new StringWriter();
  private long now;
  private int columns = 40;

  private StatusLine line(boolean terminal) {
    return new StatusLine(new PrintWriter(text), new Terminal(terminal, () -> columns), () -> now);
  }

  private static FittedLine fact(String text) {
    return new FittedLine(0.5).add(0, text);
  }

  @Test
  void aTerminalShowsOneLineWrittenOverItself() {
    StatusLine line = line(true);
    line.show(fact("a long beginning"));
    now += SECOND;
    line.show(fact("short"));
    line.end();
    String[] drawn = text.toString().split("\r", -1);
    assertThat(drawn).hasSize(3);
    assertThat(drawn[1]).endsWith("] a long beginning");
    assertThat(drawn[2].stripTrailing()).endsWith("] short");
    assertThat(drawn[2].stripTrailing() + System.lineSeparator())
        .as("nothing of the line before stays")
        .hasSizeLessThanOrEqualTo(drawn[2].length());
    assertThat(drawn[2].length()).isGreaterThanOrEqualTo(drawn[1].length());
  }

  @Test
  void noLineReachesTheLastColumnWhateverTheWidth() {
    for (columns = 2; columns < 200; columns++) {
      StatusLine line = line(true);
      FittedLine facts = new FittedLine(1);
      for (int rank = 0; rank < 8; rank++) {
        facts.add(rank, "fact number " + rank);
      }
      line.show(facts);
      line.end();
    }
    String[] lines = text.toString().split("\n", -1);
    assertThat(lines).hasSize(199);
    for (int i = 0; i < 198; i++) {
      assertThat(lines[i].replace("\r", "")).hasSizeBetween(1, i + 1);
    }
  }

  @Test
  void aTerminalMadeNarrowerIsNoticed() {
    StatusLine line = line(true);
    line.show(fact("x"));
    columns = 20;
    now += 3 * SECOND;
    line.show(fact("x"));
    assertThat(Arrays.asList(text.toString().split("\r", -1)).getLast().stripTrailing())
        .hasSizeLessThan(20);
  }

  @Test
  void elsewhereALineEveryFewSecondsAndTheLast() {
    StatusLine line = line(false);
    for (int i = 0; i <= 12; i++) {
      line.show(fact("at " + i));
      now += SECOND;
    }
    line.end();
    assertThat(text.toString().lines()).containsExactly("at 5", "at 10", "at 12");
  }

  @Test
  void messagesStandOnLinesOfTheirOwn() {
    StatusLine line = line(true);
    line.show(fact("work"));
    line.say("something happened");
    now += SECOND;
    line.show(fact("more work"));
    line.end();
    assertThat(text.toString().strip().split("\n"))
        .extracting(l -> l.stripTrailing().substring(l.stripTrailing().lastIndexOf('\r') + 1))
        .satisfiesExactly(
            said -> assertThat(said).isEqualTo("something happened"),
            work -> assertThat(work.stripTrailing()).endsWith("] more work"));
  }

  @Test
  void theWidthIsThatOfTheUserThenOfTheTerminalThenEighty() {
    assertThat(Terminal.columns(Map.of("COLUMNS", "132"), () -> 100)).isEqualTo(132);
    assertThat(Terminal.columns(Map.of(), () -> 100)).isEqualTo(100);
    assertThat(Terminal.columns(Map.of(), () -> 0)).isEqualTo(80);
    for (String nonsense : new String[] {"", "wide", "-5", "0", "99999999999"}) {
      assertThat(Terminal.columns(Map.of("COLUMNS", nonsense), () -> 100)).isEqualTo(100);
    }
  }
}
