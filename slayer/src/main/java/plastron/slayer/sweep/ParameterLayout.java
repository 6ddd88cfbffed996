package plastron.slayer.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.network.Values;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.model.Drive;
import plastron.plasticity.model.Learned;
import plastron.plasticity.model.NeuronValues;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.model.RuleSite;
import plastron.plasticity.module.RateModule;
import plastron.plasticity.rate.program.Parameter;

/**
 * Where each learned number of a model stands in a {@link FlatVector}: the parameters of its rules
 * site by site in order of declaration, row by row; then the numbers of neurons; then the
 * parameters of modules. Long, because models become vectors here, and vectors models.
 */
public final class ParameterLayout {

  /** One learned matrix, row or number, or one number for every synapse of a list. */
  public sealed interface Slot {
    /** Number of rows, at least 1. */
    int rows();

    /** Index of the first entry of a row; of the number of rows, the one after the last entry. */
    int offset(int row);

    /** Length of a row. */
    default int columns(int row) {
      return offset(row + 1) - offset(row);
    }

    /** Index of the first entry. */
    default int offset() {
      return offset(0);
    }

    /** Number of entries. */
    default int size() {
      return offset(rows()) - offset();
    }
  }

  /**
   * One parameter of one rule.
   *
   * @param site index in {@link PlasticGraph#sites()}
   * @param symbol the parameter; for its shape see {@link RuleSite#parameters()}
   * @param begin index of the first entry of every row, and one index more for the end; not copied:
   *     treat as read-only
   */
  public record RuleSlot(int site, Symbol symbol, int[] begin) implements Slot {
    static RuleSlot of(int site, Symbol symbol, double[][] value, int offset) {
      int[] begin = new int[value.length + 1];
      begin[0] = offset;
      for (int r = 0; r < value.length; r++) {
        begin[r + 1] = begin[r] + value[r].length;
      }
      return new RuleSlot(site, symbol, begin);
    }

    @Override
    public int rows() {
      return begin.length - 1;
    }

    @Override
    public int offset(int row) {
      return begin[row];
    }
  }

  /**
   * The numbers of a population's neurons: one for all, or one by one.
   *
   * @param population its index
   * @param count how many numbers they are
   * @param offset index of the first entry
   */
  public record NeuronSlot(int population, Learned learned, int count, int offset) implements Slot {
    @Override
    public int rows() {
      return 1;
    }

    @Override
    public int offset(int row) {
      return offset + row * count;
    }
  }

  /**
   * All parameters of a module, in the order of its block's program.
   *
   * @param module its index
   * @param count how many numbers they are
   * @param offset index of the first entry
   */
  public record ModuleSlot(int module, int count, int offset) implements Slot {
    @Override
    public int rows() {
      return 1;
    }

    @Override
    public int offset(int row) {
      return offset + row * count;
    }
  }

  private final List<RuleSlot> rules = new ArrayList<>();
  private final List<NeuronSlot> neurons = new ArrayList<>();
  private final List<ModuleSlot> modules = new ArrayList<>();
  private final int size;

  /** The layout of a model's parameters. */
  public ParameterLayout(PlasticModel model) {
    int offset = 0;
    List<RuleSite> sites = model.graph().sites();
    for (int s = 0; s < sites.size(); s++) {
      for (Symbol symbol : sites.get(s).rule().symbols(Role.PARAMETER)) {
        double[][] value = sites.get(s).parameter(symbol.name());
        RuleSlot slot = RuleSlot.of(s, symbol, value, offset);
        rules.add(slot);
        offset += slot.size();
      }
    }
    for (Learned learned : model.graph().learned()) {
      Population population = model.graph().population(learned.population());
      int columns = values(population, learned) instanceof Values.Uniform ? 1 : population.size();
      neurons.add(new NeuronSlot(model.graph().index(population.name()), learned, columns, offset));
      offset += columns;
    }
    for (int m = 0; m < model.graph().modules().size(); m++) {
      int count = model.graph().modules().get(m).block().program().parameterCount();
      modules.add(new ModuleSlot(m, count, offset));
      offset += count;
    }
    size = offset;
  }

  private static Values values(Population population, Learned learned) {
    return NeuronValues.of(population.neuron(), learned.value()).orElseThrow();
  }

  /** The parameters of rules, in order. */
  public List<RuleSlot> rules() {
    return List.copyOf(rules);
  }

  /** The numbers of neurons, in order. */
  public List<NeuronSlot> neurons() {
    return List.copyOf(neurons);
  }

  /** The parameters of modules, in order. */
  public List<ModuleSlot> modules() {
    return List.copyOf(modules);
  }

  /** Number of entries of a vector of this layout. */
  public int size() {
    return size;
  }

  /** The model's values as a vector. */
  public FlatVector flatten(PlasticModel model) {
    FlatVector vector = new FlatVector(size);
    List<RuleSite> sites = model.graph().sites();
    for (RuleSlot slot : rules) {
      double[][] value = sites.get(slot.site()).parameter(slot.symbol().name());
      for (int r = 0; r < slot.rows(); r++) {
        vector.set(slot.offset(r), value[r]);
      }
    }
    for (NeuronSlot slot : neurons) {
      Values values = values(model.graph().populations().get(slot.population()), slot.learned());
      for (int i = 0; i < slot.count(); i++) {
        vector.set(slot.offset() + i, values.at(i));
      }
    }
    for (ModuleSlot slot : modules) {
      RateModule module = model.graph().modules().get(slot.module());
      for (Parameter parameter : module.block().program().parameters()) {
        double[][] value = Objects.requireNonNull(module.parameters().get(parameter.name()));
        for (int r = 0; r < value.length; r++) {
          vector.set(slot.offset() + parameter.offset() + r * parameter.columns(), value[r]);
        }
      }
    }
    return vector;
  }

  /** One slot's entries, in rows. */
  public double[][] matrix(Slot slot, FlatVector vector) {
    double[][] value = new double[slot.rows()][];
    for (int r = 0; r < slot.rows(); r++) {
      value[r] = new double[slot.columns(r)];
      vector.copy(slot.offset(r), value[r]);
    }
    return value;
  }

  /**
   * A model with the vector's values; everything else is the given model's.
   *
   * @throws IllegalArgumentException if the vector has not {@link #size()} entries
   */
  public PlasticModel unflatten(FlatVector vector, PlasticModel model) {
    if (vector.size() != size) {
      throw new IllegalArgumentException(
          "Parameters (%d numbers) must be %d.".formatted(vector.size(), size));
    }
    PlasticGraph graph = model.graph();
    List<PlasticProjection> projections = new ArrayList<>();
    for (PlasticProjection projection : graph.projections()) {
      projections.add(projection.withParameters(parameters(projections.size(), vector)));
    }
    List<Drive> drives = new ArrayList<>();
    for (Drive drive : graph.drives()) {
      drives.add(drive.withParameters(parameters(projections.size() + drives.size(), vector)));
    }
    return model.with(
        graph
            .withPopulations(populations(vector, graph))
            .with(projections, drives)
            .withModules(modules.stream().map(slot -> module(slot, vector, graph)).toList()));
  }

  private static RateModule module(ModuleSlot slot, FlatVector vector, PlasticGraph graph) {
    RateModule before = graph.modules().get(slot.module());
    Map<String, double[][]> parameters = new LinkedHashMap<>();
    for (Parameter parameter : before.block().program().parameters()) {
      double[][] value = new double[parameter.rows()][parameter.columns()];
      for (int r = 0; r < value.length; r++) {
        vector.copy(slot.offset() + parameter.offset() + r * parameter.columns(), value[r]);
      }
      parameters.put(parameter.name(), value);
    }
    return before.withParameters(parameters);
  }

  private Map<String, double[][]> parameters(int site, FlatVector vector) {
    Map<String, double[][]> parameters = new LinkedHashMap<>();
    for (RuleSlot slot : rules) {
      if (slot.site() == site) {
        parameters.put(slot.symbol().name(), matrix(slot, vector));
      }
    }
    return parameters;
  }

  private List<Population> populations(FlatVector vector, PlasticGraph graph) {
    List<Population> populations = new ArrayList<>(graph.populations());
    for (NeuronSlot slot : neurons) {
      Population before = populations.get(slot.population());
      double[] row = matrix(slot, vector)[0];
      Values values =
          values(before, slot.learned()) instanceof Values.Uniform
              ? Values.of(row[0])
              : Values.perNeuron(row);
      Neuron neuron = NeuronValues.with(before.neuron(), slot.learned().value(), values);
      populations.set(slot.population(), new Population(before.name(), before.size(), neuron));
    }
    return populations;
  }

  /**
   * Moves every entry into its bounds.
   *
   * @param vector modified
   * @param allowed the bounds of a rule's parameter
   */
  public void project(FlatVector vector, Function<Symbol, Bounds> allowed) {
    for (RuleSlot slot : rules) {
      project(vector, slot, allowed.apply(slot.symbol()));
    }
    for (NeuronSlot slot : neurons) {
      project(vector, slot, slot.learned().bounds());
    }
  }

  private static void project(FlatVector vector, Slot slot, Bounds bounds) {
    if (bounds.areFinite()) {
      for (int i = slot.offset(); i < slot.offset() + slot.size(); i++) {
        vector.set(i, bounds.clip(vector.get(i)));
      }
    }
  }
}
