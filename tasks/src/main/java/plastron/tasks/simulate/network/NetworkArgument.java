package plastron.tasks.simulate.network;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import plastron.tasks.circuit.CircuitFile;
import plastron.tasks.circuit.model.ModelCircuit;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.trained.TaskOptions;

/**
 * The network that a user names: a run, or a model with a task, is a trained network; a model
 * without a task is a circuit, as is the file of one.
 *
 * @param path file of a circuit, run of a training or file of a model
 * @param task words of {@link TaskOptions}
 * @param inputs files with the spikes of a model's sources
 */
public record NetworkArgument(Path path, List<String> task, List<String> inputs) {

  public NetworkArgument {
    task = List.copyOf(task);
    inputs = List.copyOf(inputs);
  }

  /**
   * Reads it.
   *
   * @param seed in place of its own
   * @param threads that it may have
   * @throws BadInputException if something is wrong with it, is missing or too much
   */
  public NetworkDescription read(OptionalLong seed, int threads) {
    TaskOptions options = TaskOptions.of(task);
    boolean isModel = options.isTrained(path) || ModelCircuit.isModel(path);
    if (Files.isDirectory(path) || (isModel && (!task.isEmpty() || lacksTask()))) {
      requireNoInputs();
      return new TrainedDescription(options.open(path), seed);
    }
    if (isModel) {
      if (seed.isPresent()) {
        throw new BadInputException(
            "Option --seed (%d) has no meaning for a model, in which nothing is drawn."
                .formatted(seed.getAsLong()));
      }
      return new CircuitDescription(ModelCircuit.read(path, inputs, threads));
    }
    if (!task.isEmpty()) {
      throw new BadInputException(
          "Option %s (%s) is for a trained network, circuit (%s) takes none."
              .formatted(task.get(0), task.get(1), path));
    }
    if (!inputs.isEmpty()) {
      throw new BadInputException(
          "Option --input (%s) is for models, expected spike times in the circuit (%s)."
              .formatted(inputs.getFirst(), path),
          "Maybe model = \"spike_generator\" with times_ms = \"%s\"".formatted(inputs.getFirst()));
    }
    return new CircuitDescription(CircuitFile.read(path, seed, threads));
  }

  /** Whether it is a model that learns, which only a task can give spikes. */
  private boolean lacksTask() {
    return inputs.isEmpty() && ModelCircuit.learns(path);
  }

  private void requireNoInputs() {
    if (!inputs.isEmpty()) {
      throw new BadInputException(
          "Option --input (%s) is for a model without a task, trials of a task have their own spikes."
              .formatted(inputs.getFirst()));
    }
  }
}
