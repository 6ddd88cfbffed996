package plastron.plasticity.module;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import plastron.core.check.Require;
import plastron.core.random.Seeds;
import plastron.plasticity.initialise.Initialiser;
import plastron.plasticity.rate.RateBlock;
import plastron.plasticity.rate.program.Parameter;
import plastron.plasticity.rate.program.Port;

/**
 * A rate block in a network. It takes a step at the end of every window, before the rules act: it
 * reads rates of populations, signals from outside and other modules, and gives a signal of its own
 * name, which rules and drives read as they read one from outside: as a modulator in the same
 * update, as a current or on a threshold from the next step on. Its states are 0 at the start.
 *
 * @param name unique among modules, populations and signals
 * @param block what it computes
 * @param inputs what each of the block's inputs is: some values one after another
 * @param parameters value of every parameter of the block by name, {@code [row][column]}; may be
 *     missing in a graph; not copied: treat as read-only
 */
public record RateModule(
    String name,
    RateBlock block,
    Map<String, List<ModuleInput>> inputs,
    Map<String, double[][]> parameters) {

  public RateModule {
    Require.name("Module name", name);
    Require.given("Block of module " + name, block);
    String subject = "Inputs of module " + name;
    Map<String, List<ModuleInput>> read = new LinkedHashMap<>();
    Require.all(subject, inputs)
        .forEach((port, values) -> read.put(port, Require.all(subject, values)));
    inputs = Require.all(subject, read);
    parameters = Require.all("Parameters of module " + name, parameters);
    List<String> ports = block.program().inputs().stream().map(Port::name).toList();
    inputs.keySet().forEach(port -> Require.oneOf("Input of module " + name, port, ports));
    for (String port : ports) {
      if (!inputs.containsKey(port)) {
        throw new IllegalArgumentException(
            "Input %s of module %s, block %s, reads nothing.".formatted(port, name, block.kind()));
      }
    }
  }

  /** How many values it gives. */
  public int width() {
    return block.program().output().columns();
  }

  /** A copy with other parameter values. */
  public RateModule withParameters(Map<String, double[][]> newParameters) {
    return new RateModule(name, block, inputs, newParameters);
  }

  /**
   * A copy whose parameters are drawn. Each has random numbers of its own, by the names of the
   * module and the parameter: no other changes them.
   *
   * @param given how parameters are drawn, by name; others as {@link BlockInitialiser} says
   */
  public RateModule drawn(Map<String, Initialiser> given, long seed) {
    Map<String, double[][]> drawn = new LinkedHashMap<>();
    for (Parameter parameter : block.program().parameters()) {
      Initialiser initialiser =
          given.getOrDefault(parameter.name(), BlockInitialiser.of(block.program(), parameter));
      long own = Seeds.then(Seeds.then(seed, name.hashCode()), parameter.name().hashCode());
      drawn.put(
          parameter.name(),
          initialiser.draw(parameter.rows(), parameter.columns(), new SplittableRandom(own)));
    }
    return withParameters(drawn);
  }

  /**
   * Throws {@link IllegalArgumentException} if a parameter is missing, does not fit or is no
   * number.
   */
  public void checkParameters() {
    List<Parameter> wanted = block.program().parameters();
    List<String> names = wanted.stream().map(Parameter::name).toList();
    parameters.keySet().forEach(each -> Require.oneOf("Parameter of module " + name, each, names));
    for (Parameter parameter : wanted) {
      double[][] value = parameters.get(parameter.name());
      String subject = "Parameter %s of module %s".formatted(parameter.name(), name);
      if (value == null) {
        throw new IllegalArgumentException(
            "%s (absent) must be one of %s.".formatted(subject, parameters.keySet()));
      }
      boolean fits = value.length == parameter.rows();
      for (double[] row : value) {
        fits = fits && Require.given("Row of " + subject, row).length == parameter.columns();
        Arrays.stream(row).forEach(entry -> Require.finite(subject, entry));
      }
      if (!fits) {
        throw new IllegalArgumentException(
            "%s (%d rows) must be %d rows of %d."
                .formatted(subject, value.length, parameter.rows(), parameter.columns()));
      }
    }
  }
}
