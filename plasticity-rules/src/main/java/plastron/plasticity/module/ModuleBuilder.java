package plastron.plasticity.module;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plastron.core.check.Require;
import plastron.plasticity.initialise.Constant;
import plastron.plasticity.initialise.Initialiser;
import plastron.plasticity.rate.RateBlock;
import plastron.plasticity.rate.program.Parameter;

/**
 * A module of a {@link plastron.plasticity.model.ModelBuilder}: what its block reads and what its
 * parameters start from. One that nobody gives a value is drawn as {@link BlockInitialiser} says.
 * What is read without a port is read by the block's first input, one after another.
 */
public final class ModuleBuilder {

  private final String name;
  private final RateBlock block;
  private final Map<String, List<ModuleInput>> inputs = new LinkedHashMap<>();
  private final Map<String, Initialiser> parameters = new LinkedHashMap<>();

  /**
   * @param name see {@link RateModule#name()}
   */
  public ModuleBuilder(String name, RateBlock block) {
    this.name = Require.name("Module name", name);
    this.block = Require.given("Block of module " + name, block);
  }

  /** Reads something more by the block's first input. */
  public ModuleBuilder reads(ModuleInput input) {
    return reads(block.program().inputs().getFirst().name(), input);
  }

  /** Reads something more by one of the block's inputs. */
  public ModuleBuilder reads(String port, ModuleInput input) {
    Require.given("Input of module " + name, port);
    inputs
        .computeIfAbsent(port, p -> new ArrayList<>())
        .add(Require.given("What module %s reads".formatted(name), input));
    return this;
  }

  /** Reads the rates of a population by the block's first input. */
  public ModuleBuilder rates(String population) {
    return reads(new ModuleInput.OfPopulation(population));
  }

  /** Reads a signal from outside by the block's first input. */
  public ModuleBuilder signal(String signal, int width) {
    return reads(new ModuleInput.OfSignal(signal, width));
  }

  /** Reads another module by the block's first input. */
  public ModuleBuilder module(String module) {
    return reads(new ModuleInput.OfModule(module));
  }

  /** The same number everywhere in a parameter. */
  public ModuleBuilder set(String parameter, double value) {
    return set(parameter, new Constant(Require.finite("Parameter of module " + name, value)));
  }

  /**
   * A parameter, number by number.
   *
   * @param value {@code [row][column]}; not copied
   */
  public ModuleBuilder set(String parameter, double[][] value) {
    Require.given("Parameter of module " + name, value);
    return set(parameter, (rows, columns, random) -> value);
  }

  /** A parameter that is drawn. */
  public ModuleBuilder set(String parameter, Initialiser drawn) {
    List<String> known = block.program().parameters().stream().map(Parameter::name).toList();
    Require.oneOf("Parameter of module " + name, parameter, known);
    parameters.put(parameter, Require.given("Parameter of module " + name, drawn));
    return this;
  }

  /** The module without parameters. */
  public RateModule outline() {
    return new RateModule(name, block, inputs, Map.of());
  }

  /** The module, see {@link RateModule#drawn}. */
  public RateModule build(long seed) {
    return outline().drawn(parameters, seed);
  }
}
