package plastron.tasks.bench;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.rule.PlasticityRule;
import plastron.slayer.objective.Decision;
import plastron.slayer.objective.SpikeClassification;
import plastron.slayer.surrogate.SlayerExponential;
import plastron.slayer.sweep.FlatVector;
import plastron.slayer.sweep.ParameterLayout;
import plastron.slayer.train.TrainingPlan;
import plastron.tasks.bench.workload.WorkloadPlan;
import plastron.tasks.cli.BadInputException;

/**
 * The file that tells the PyTorch script what to train: one line of JSON, then the parameters as
 * little-endian doubles in the order of {@link ParameterLayout}, then a byte for every step and
 * input of every episode.
 */
final class TorchCase {

  /** The rules that the script has. */
  private static final List<String> RULES = List.of("static", "ndp-oja");

  private TorchCase() {}

  /**
   * Writes the file.
   *
   * @throws BadInputException if the script does not have the rule
   */
  static void write(WorkloadPlan workload, Path file) {
    PlasticModel model = workload.plan().initial();
    ParameterLayout layout = new ParameterLayout(model);
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      out.write((header(workload, layout) + "\n").getBytes(StandardCharsets.UTF_8));
      FlatVector values = layout.flatten(model);
      ByteBuffer number = ByteBuffer.allocate(Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      for (int i = 0; i < values.size(); i++) {
        out.write(number.putDouble(0, values.get(i)).array());
      }
      for (Decision episode : workload.episodes().episodes()) {
        SpikeRaster input = episode.input().single();
        for (int t = 0; t < input.steps(); t++) {
          for (int i = 0; i < input.neurons(); i++) {
            out.write(input.get(t, i) ? 1 : 0);
          }
        }
      }
    } catch (IOException e) {
      throw new BadInputException(
          "File for PyTorch (%s) cannot be written: %s.".formatted(file, e.getMessage()),
          "Maybe the disk is full.");
    }
  }

  /**
   * Throws {@link BadInputException} if the script does not have a rule.
   *
   * @param rule a name of the catalogue
   */
  static void requireKnown(String rule) {
    if (!knows(rule)) {
      throw new BadInputException(
          "Rule (%s) is not in the PyTorch script, which has %s."
              .formatted(rule, String.join(", ", RULES)),
          "Maybe leave out --vs torch.");
    }
  }

  /** Whether the script has a rule of the catalogue. */
  static boolean knows(String rule) {
    return RULES.contains(rule);
  }

  /** The bound of traces; infinite without any. */
  private static double clip(PlasticityRule rule) {
    return rule.symbol("E").map(e -> e.bounds().high()).orElse(Double.POSITIVE_INFINITY);
  }

  private static JsonObject header(WorkloadPlan workload, ParameterLayout layout) {
    TrainingPlan plan = workload.plan();
    PlasticGraph graph = plan.initial().graph();
    PlasticProjection first = graph.projections().getFirst();
    requireKnown(first.rule().name());
    if (!(graph.population(first.to()).neuron() instanceof Neuron.Srm srm
        && srm.refractory().common().orElse(null) instanceof Kernel.Alpha(double tauRef)
        && first.kernel() instanceof Kernel.Exponential(double tau)
        && plan.sweep().surrogate() instanceof SlayerExponential(double scale, double width)
        && plan.task().objective() instanceof SpikeClassification(int output, double gain))) {
      throw new IllegalStateException(
          "The PyTorch script does not have the neuron, kernel, surrogate or loss of the"
              + " workload.");
    }
    JsonObject header = new JsonObject();
    JsonArray sizes = new JsonArray();
    for (int size : graph.sizes()) {
      sizes.add(size);
    }
    header.add("sizes", sizes);
    header.addProperty("steps", workload.episodes().episodes().getFirst().input().steps());
    header.addProperty("batch_size", plan.batch());
    header.addProperty("window", graph.clock().updateInterval());
    header.addProperty("theta", srm.theta().uniform());
    header.addProperty("tau_s", tau);
    header.addProperty("tau_ref", tauRef);
    header.addProperty("rho", srm.rho());
    header.addProperty("r_ref", graph.clock().referenceRate());
    header.addProperty("clip", clip(first.rule()));
    header.addProperty("scale", scale);
    header.addProperty("width", width);
    header.addProperty("gain", gain);
    header.addProperty("learning_rate", WorkloadPlan.LEARNING_RATE);
    JsonArray labels = new JsonArray();
    workload.episodes().episodes().forEach(episode -> labels.add(episode.label()));
    header.add("labels", labels);
    JsonArray parameters = new JsonArray();
    for (ParameterLayout.RuleSlot slot : layout.rules()) {
      JsonObject parameter = new JsonObject();
      parameter.addProperty("layer", slot.site());
      parameter.addProperty("name", slot.symbol().name());
      parameter.addProperty("rows", slot.rows());
      parameter.addProperty("columns", slot.columns(0));
      parameters.add(parameter);
    }
    header.add("parameters", parameters);
    return header;
  }
}
