package plastron.tasks.conformance.rate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plastron.export.conformance.BrokenVectorException;
import plastron.export.conformance.VectorReader;
import plastron.plasticity.rate.BlockKind;
import plastron.plasticity.rate.RateBlock;
import plastron.plasticity.rate.kind.LeakyRnn;
import plastron.plasticity.rate.program.BlockProgram;
import plastron.plasticity.rate.program.Credit;
import plastron.plasticity.rate.program.Parameter;
import plastron.plasticity.rate.program.Port;
import plastron.plasticity.rate.program.Quantity;
import plastron.plasticity.rate.program.StateVariable;
import plastron.slayer.sweep.FlatVector;

/**
 * What a reference vector gives, and what it expects.
 *
 * @param approximations the same block with each credit that the file knows, by its name
 * @param truncateSteps steps after which states are constants for the gradient
 * @param parameters laid out as the block's
 * @param initial by state, {@code [example][...]}
 * @param inputs by input, {@code [step][example][entry]}
 * @param targets {@code [step][example][entry]}
 */
record RateBlockVector(
    RateBlock block,
    Map<String, RateBlock> approximations,
    int steps,
    int batch,
    int truncateSteps,
    FlatVector parameters,
    List<double[]> initial,
    List<double[]> inputs,
    double[] targets,
    VectorReader expected) {

  private static final int LIMIT = 1_000_000;

  static RateBlockVector read(VectorReader document) {
    VectorReader config = document.object("config");
    FileDescription description = new FileDescription(config, document.object("params"));
    RateBlock block = BlockKind.named(document.text("block")).of(description);
    BlockProgram program = block.program();
    int steps = document.integer("steps", 1, LIMIT);
    int batch = document.integer("batch", 1, LIMIT);
    List<double[]> initial = new ArrayList<>();
    for (StateVariable state : program.states()) {
      initial.add(state(document.object("initial"), state, batch));
    }
    List<double[]> inputs = new ArrayList<>();
    for (Port input : program.inputs()) {
      inputs.add(
          NumberArray.read(document.object("inputs"), input.name())
              .of("inputs, " + input.name(), steps, batch, input.quantity().columns())
              .values());
    }
    double[] targets =
        NumberArray.read(document, "targets")
            .of("targets", steps, batch, program.output().columns())
            .values();
    return new RateBlockVector(
        block,
        approximations(block, description),
        steps,
        batch,
        document.has("truncate_steps")
            ? document.integer("truncate_steps", 1, LIMIT)
            : Integer.MAX_VALUE,
        parameters(document.object("params"), program),
        initial,
        inputs,
        targets,
        document.object("expected"));
  }

  /** The values of a state of all examples, or its adjoints. */
  static double[] state(VectorReader object, StateVariable state, int batch) {
    Quantity shape = state.before();
    NumberArray array = NumberArray.read(object, state.name());
    String place = object.place() + ", " + state.name();
    return (array.shape().size() > 2
            ? array.of(place, batch, shape.rows(), shape.columns())
            : array.of(place, batch, shape.rows() * shape.columns()))
        .values();
  }

  /** All parameters, or something of their shapes. */
  static FlatVector parameters(VectorReader object, BlockProgram program) {
    FlatVector all = new FlatVector(program.parameterCount());
    for (Parameter parameter : program.parameters()) {
      all.set(parameter.offset(), parameter(object, parameter));
    }
    if (object.fields().size() != program.parameters().size()) {
      throw new BrokenVectorException(
          "%s (%s) must be %s"
              .formatted(
                  object.place(),
                  object.fields(),
                  program.parameters().stream().map(Parameter::name).toList()));
    }
    return all;
  }

  /** One parameter; a file has no row of one or column of one, but rows and numbers. */
  static double[] parameter(VectorReader object, Parameter parameter) {
    NumberArray array = NumberArray.read(object, parameter.name());
    String place = object.place() + ", " + parameter.name();
    List<Integer> shape = array.shape();
    boolean flat = parameter.rows() == 1 || parameter.columns() == 1;
    boolean number = parameter.size() == 1 && shape.isEmpty();
    if (number || (flat && shape.equals(List.of(parameter.size())))) {
      return array.values();
    }
    return array.of(place, parameter.rows(), parameter.columns()).values();
  }

  private static Map<String, RateBlock> approximations(
      RateBlock block, FileDescription description) {
    if (!(block instanceof LeakyRnn leaky)) {
      return Map.of();
    }
    double mu = description.number("mu");
    List<Integer> types = description.counts("types");
    Map<String, RateBlock> all = new LinkedHashMap<>();
    all.put("eprop", leaky.with(new Credit.Eprop()));
    all.put("mdgl", leaky.with(new Credit.Mdgl()));
    all.put("modprop_cell", leaky.with(new Credit.ModProp(mu, List.of(), 0)));
    all.put("modprop_type", leaky.with(new Credit.ModProp(mu, types, 0)));
    all.put(
        "modprop_type_taps", leaky.with(new Credit.ModProp(mu, types, description.count("taps"))));
    return all;
  }
}
