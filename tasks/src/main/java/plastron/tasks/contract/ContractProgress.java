package plastron.tasks.contract;

import java.io.PrintWriter;
import plastron.tasks.progress.FittedLine;
import plastron.tasks.progress.StatusLine;

/** Shows how many models were tried. Several threads may tell it. */
final class ContractProgress {

  private final StatusLine line;

  /**
   * @param out where people read, not where results go
   */
  ContractProgress(PrintWriter out) {
    line = new StatusLine(out);
  }

  /** Counts the models that are tried on a chip. */
  Count of(String chip, int total) {
    return new Count(chip, total);
  }

  /** How many models were tried on one chip. */
  final class Count {
    private final String chip;
    private final int total;
    private int done;

    private Count(String chip, int total) {
      this.chip = chip;
      this.total = total;
    }

    /** One more was tried. */
    void one() {
      synchronized (line) {
        done++;
        line.show(
            new FittedLine((double) done / total)
                .add(0, "%s: %d of %d models".formatted(chip, done, total)));
      }
    }

    /** All were tried. */
    void end() {
      synchronized (line) {
        line.end();
      }
    }
  }
}
