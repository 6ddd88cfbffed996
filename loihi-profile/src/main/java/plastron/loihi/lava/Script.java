package plastron.loihi.lava;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import plastron.export.file.OneLine;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageLayer;
import plastron.export.image.ImagePopulation;
import plastron.loihi.neuron.Statement;
import plastron.loihi.run.ImageKeys;
import plastron.loihi.run.StaticGroup;

/** {@code run.py}: the network in Lava's processes. Single use. */
final class Script {

  private final ChipImage image;
  private final BundleTrials trials;
  private final StringBuilder build = new StringBuilder();
  private final List<String> connections = new ArrayList<>();
  private final List<Integer> epochs = new ArrayList<>();
  private final List<String> learning = new ArrayList<>();
  private int engines;

  private Script(ChipImage image, BundleTrials trials) {
    this.image = image;
    this.trials = trials;
  }

  static String of(ChipImage image, BundleTrials trials) {
    return new Script(image, trials).text();
  }

  private String text() {
    StringBuilder programs = new StringBuilder();
    for (int l = 0; l < image.layers().size(); l++) {
      List<String> statements = ImageKeys.statements(image.layers().get(l));
      if (!statements.isEmpty()) {
        programs.append(new ProgramScript(image, l).text());
      }
    }
    for (int p = 0; p < image.populations().size(); p++) {
      population(p);
    }
    for (int l = 0; l < image.layers().size(); l++) {
      layer(l);
    }
    int interval = image.updateInterval();
    int chunk = epochs.stream().reduce(Script::divisor).orElse(interval);
    return "\"\"\"%s\"\"\"\n".formatted(header())
        + Resource.HEAD.text()
        + constants(chunk)
        + (programs.isEmpty() ? "" : Resource.FRACTIONS.text() + programs)
        + "\n\n"
        + "def build(network, given, trial):\n"
        + "    \"\"\"All processes, at rest, by name.\"\"\"\n"
        + "    p = {}\n"
        + build
        + connections.stream().map(c -> "    " + c + "\n").collect(Collectors.joining())
        + "    return p\n"
        + Resource.TAIL.text();
  }

  private String header() {
    return """
    Model %s, compiled for %s by Plastron, as a network of Lava (https://lava-nc.org).

    It runs on the CPU in Lava's bit-accurate models, with fixed seeds, on %d trials; nothing
    here says that it runs on a chip. Registers and rules are those of the chip image.

        python3 run.py recorded.npz
        python3 compare.py recorded.npz
    """
        .formatted(comment(image.model()), image.profile(), BundleTrials.COUNT);
  }

  private String constants(int chunk) {
    String recorded =
        computing().map(p -> "\"" + Names.population(p) + "\"").collect(Collectors.joining(", "));
    return """

    INTERVAL = %d  # steps between two updates
    STEPS = %d
    TRIALS = %d
    CHUNK = %d  # steps between two looks at what was learned
    POPULATIONS = [%s]
    # Array, process, variable, steps of an epoch.
    LEARNING = [%s]
    # What has to hold this at the start of every trial: process, variable, value.
    RESET = [%s]
    """
        .formatted(
            image.updateInterval(),
            trials.length().steps(),
            BundleTrials.COUNT,
            chunk,
            recorded,
            lines(learning),
            lines(ResetList.of(image).stream().map(ResetList.Entry::python).toList()));
  }

  private Stream<Integer> computing() {
    return IntStream.range(0, image.populations().size())
        .boxed()
        .filter(p -> !image.populations().get(p).isSource());
  }

  private static String lines(List<String> entries) {
    return entries.stream().map(e -> "\n    " + e + ",").collect(Collectors.joining())
        + (entries.isEmpty() ? "" : "\n");
  }

  private void population(int index) {
    ImagePopulation population = image.populations().get(index);
    String name = Names.population(index);
    if (population.isSource()) {
      line(
          "p[\"%s\"] = Source(data=given[\"trial%%d.%s.spikes\" %% trial].T.astype(int))  # %s"
              .formatted(name, name, comment(population.name())));
      return;
    }
    ImageLayer layer = image.into(index).getFirst();
    line(
        "p[\"%s\"] = LIF(shape=(%d,), du=%d, dv=%d, vth=%d, bias_mant=%d, bias_exp=%d)  # %s"
            .formatted(
                name,
                population.size(),
                layer.integer(ImageKeys.DU),
                layer.integer(ImageKeys.DV),
                layer.integer(ImageKeys.VTH),
                layer.integer(ImageKeys.BIAS_MANTISSA),
                layer.integer(ImageKeys.BIAS_EXPONENT),
                comment(population.name())));
  }

  private void layer(int index) {
    ImageLayer layer = image.layers().get(index);
    String from = Names.population(layer.from());
    String to = Names.population(layer.to());
    line("");
    line("# Layer %s, rule %s.".formatted(comment(layer.name()), comment(layer.rule())));
    List<StaticGroup> groups = StaticGroup.of(layer);
    for (int g = 0; g < groups.size(); g++) {
      String fixed = Names.fixed(index, g);
      line(
          "p[\"%s\"] = Dense(weights=network[\"%s\"], weight_exp=%d, **EIGHT_BITS)"
              .formatted(
                  fixed,
                  Names.array(index, groups.get(g).weights().name()),
                  groups.get(g).exponent()));
      connect(from, "s_out", fixed, "s_in");
      connect(fixed, "a_out", to, "a_in");
    }
    if (!ImageKeys.isPlastic(layer)) {
      return;
    }
    boolean program = !ImageKeys.statements(layer).isEmpty();
    if (program) {
      program(index, layer);
    }
    plastic(index, 0, layer);
    connect(Names.learning(index, 0), "a_out", to, "a_in");
    if (ImageKeys.line(layer, ImageKeys.ACCUMULATOR_DW).isPresent()) {
      plastic(index, 1, layer);
      if (program) {
        connect(Names.learning(index, 1), "a_out", Names.program(index), "e_in");
      }
    }
  }

  private void plastic(int index, int engine, ImageLayer layer) {
    String name = Names.learning(index, engine);
    int seed = LavaRandoms.seed(image.seed(), engines++);
    new LearningScript(layer, index, engine).lines(seed).forEach(this::line);
    connect(Names.population(layer.from()), "s_out", name, "s_in");
    connect(Names.population(layer.to()), "s_out", name, "s_in_bap");
    if (layer.integer(ImageKeys.THIRD_FACTOR) != 0) {
      for (String y : List.of("y1", "y2", "y3")) {
        connect(Names.program(index), y + "_out", name, "s_in_" + y);
      }
    }
    int epoch = layer.integer32(ImageKeys.EPOCH);
    epochs.add(epoch);
    for (String variable : ExpectedRun.variables(layer, engine)) {
      learning.add(
          "(\"%s.%s\", \"%s\", \"%s\", %d)".formatted(name, variable, name, variable, epoch));
    }
  }

  private void program(int index, ImageLayer layer) {
    String name = Names.program(index);
    line("p[\"%s\"] = Program%d(network=network, given=given, trial=trial)".formatted(name, index));
    connect(Names.population(layer.to()), "s_out", name, "s_in");
    List<Statement.Gather> gathers = ProgramScript.gathers(layer);
    for (int g = 0; g < gathers.size(); g++) {
      connect(Names.population(gathers.get(g).population()), "s_out", name, "g%d_in".formatted(g));
    }
  }

  private void connect(String from, String out, String to, String in) {
    connections.add("p[\"%s\"].%s.connect(p[\"%s\"].%s)".formatted(from, out, to, in));
  }

  private void line(String line) {
    build.append(line.isEmpty() ? "" : "    " + line).append('\n');
  }

  /** Any name as part of a comment or a text in three quotes. */
  static String comment(String name) {
    return OneLine.of(name).replace("\\", "/").replace("\"", "'");
  }

  private static int divisor(int a, int b) {
    return b == 0 ? a : divisor(b, a % b);
  }
}
