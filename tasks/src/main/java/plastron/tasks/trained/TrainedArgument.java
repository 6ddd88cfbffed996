package plastron.tasks.trained;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import plastron.plasticity.model.PlasticModel;

/** Command-line argument: a run, or a model with the task to try it on. */
public final class TrainedArgument {

  @Parameters(
      paramLabel = "RUN|MODEL",
      description =
          "Folder of a run, finished or not, or a file MODEL.plastron or MODEL.nir with --task.")
  private Path path;

  @Mixin private TaskOptions task;

  /** Opens it; all of {@code --set} is about the task. */
  public TrainedNetwork open() {
    return task.open(path);
  }

  /** Opens it where {@code --set} may be about something else as well, see {@link #others}. */
  public TrainedNetwork openWithOthers() {
    return task.openWithOthers(path);
  }

  /** Opens it for its model alone: the file of a model needs no task then. */
  public PlasticModel model() {
    return task.model(path);
  }

  /** Those of {@code --set} that are no settings of {@code --task}. */
  public List<String> others() {
    return task.others(path);
  }
}
