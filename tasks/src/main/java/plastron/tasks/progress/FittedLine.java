package plastron.tasks.progress;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Some facts and a bar on one line, of which those that matter least are left out first. */
public final class FittedLine {

  private static final int WIDEST_BAR = 24;
  private static final int NARROWEST_BAR = 8;

  /** Brackets and the blank behind them. */
  private static final int BAR_FRAME = 3;

  private static final String GAP = "  ";

  private record Fact(int rank, String text) {}

  private final double share;
  private final List<Fact> facts = new ArrayList<>();

  /**
   * @param share of the work that is done, in [0, 1]
   */
  public FittedLine(double share) {
    this.share = share;
  }

  /**
   * Adds a fact behind those before.
   *
   * @param rank the higher, the sooner it is left out; 0 is always there
   */
  public FittedLine add(int rank, String text) {
    facts.add(new Fact(rank, text));
    return this;
  }

  /** All facts, without a bar. */
  public String whole() {
    return facts.stream().map(Fact::text).collect(Collectors.joining(GAP));
  }

  /** A bar, where there is room for one, and what fits behind it. */
  String of(int width) {
    String text = fitting(width - BAR_FRAME - NARROWEST_BAR);
    int room = Math.min(WIDEST_BAR, width - text.length() - BAR_FRAME);
    if (room < NARROWEST_BAR) {
      return text.substring(0, Math.min(width, text.length()));
    }
    int full = (int) (room * Math.min(1, share));
    return "[" + "#".repeat(full) + ".".repeat(room - full) + "] " + text;
  }

  private String fitting(int width) {
    List<Fact> shown = new ArrayList<>(facts);
    List<Fact> lastFirst =
        facts.stream().sorted(Comparator.comparingInt(Fact::rank).reversed()).toList();
    for (Fact fact : lastFirst) {
      if (length(shown) <= width || fact.rank() == 0) {
        break;
      }
      shown.remove(fact);
    }
    return shown.stream().map(Fact::text).collect(Collectors.joining(GAP));
  }

  private static int length(List<Fact> shown) {
    return shown.stream().mapToInt(f -> f.text().length() + GAP.length()).sum() - GAP.length();
  }
}
