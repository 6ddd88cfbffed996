package plastron.loihi.lava;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageLayer;
import plastron.loihi.program.LoihiProgram;
import plastron.loihi.run.ImageKeys;

/** What has to be written at the start of every trial, in Lava's processes and variables. */
final class ResetList {

  /**
   * All values of a variable.
   *
   * @param process name of the process in {@code run.py}
   * @param variable name of its variable
   * @param array name of the array of {@code network.npz} that it has to be; all zeros if empty
   */
  record Entry(String process, String variable, Optional<String> array) {

    /** The entry in Python, the array by its name. */
    String python() {
      return "(\"%s\", \"%s\", %s)"
          .formatted(process, variable, array.map(a -> "\"" + a + "\"").orElse("0"));
    }
  }

  private ResetList() {}

  static List<Entry> of(ChipImage image) {
    List<Entry> list = new ArrayList<>();
    for (int p = 0; p < image.populations().size(); p++) {
      if (!image.populations().get(p).isSource()) {
        zeros(list, Names.population(p), "u", "v");
      }
    }
    for (int l = 0; l < image.layers().size(); l++) {
      ImageLayer layer = image.layers().get(l);
      Names.fixed(layer, l).forEach(process -> zeros(list, process, "a_buff"));
      if (ImageKeys.isPlastic(layer)) {
        learning(list, Names.learning(l, 0));
        if (ExpectedRun.variables(layer, 0).contains(ExpectedRun.DELAYS)) {
          String delays = Names.array(l, LoihiProgram.DELAY);
          list.add(new Entry(Names.learning(l, 0), ExpectedRun.DELAYS, Optional.of(delays)));
        }
        if (ExpectedRun.variables(layer, 0).contains(ExpectedRun.TAGS)) {
          zeros(list, Names.learning(l, 0), ExpectedRun.TAGS);
        }
        if (ImageKeys.line(layer, ImageKeys.ACCUMULATOR_DW).isPresent()) {
          learning(list, Names.learning(l, 1));
        }
        for (String variable : ProgramScript.state(layer)) {
          zeros(list, Names.program(l), variable);
        }
      }
    }
    return list;
  }

  private static void learning(List<Entry> list, String process) {
    zeros(list, process, "weights", "x1", "x2", "y1", "y2", "y3", "tx", "ty", "a_buff");
  }

  private static void zeros(List<Entry> list, String process, String... variables) {
    for (String variable : variables) {
      list.add(new Entry(process, variable, Optional.empty()));
    }
  }
}
