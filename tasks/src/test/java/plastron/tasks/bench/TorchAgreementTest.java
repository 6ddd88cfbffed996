package plastron.tasks.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plastron.core.spikes.SpikeRaster;
import plastron.slayer.Precision;
import plastron.slayer.objective.Decision;
import plastron.slayer.objective.EpisodeJudgement;
import plastron.slayer.objective.SpikeClassification;
import plastron.slayer.sweep.Adjoints;
import plastron.slayer.sweep.FlatVector;
import plastron.slayer.sweep.ParameterLayout;
import plastron.slayer.sweep.Sweep;
import plastron.slayer.sweep.Tape;
import plastron.slayer.train.TrainingPlan;
import plastron.tasks.bench.workload.Workload;
import plastron.tasks.bench.workload.WorkloadPlan;
import plastron.tasks.cli.doctor.Programs;

/**
 * The PyTorch script computes the same model as the engine in double: the same loss, spikes and
 * gradient. Skipped where PyTorch is missing.
 */
class TorchAgreementTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ndp-oja 12-9-3 T=47 batch=4 density=0.2 window=5",
        "ndp-oja 12-9-3 T=20 batch=3 density=0.2 window=1",
        "ndp-oja 12-9-8-3 T=47 batch=3 density=0.2 window=5",
        "static 12-9-3 T=130 batch=4 density=0.2 window=10"
      })
  void bothVariantsAgreeWithTheEngine(String text, @TempDir Path folder)
      throws IOException, InterruptedException {
    assumeTrue(Programs.pythonWith("torch").isPresent(), "python3 with torch");
    WorkloadPlan workload = WorkloadPlan.of(Workload.of(text), 1);
    Path script = TorchPython.script(folder);
    Path file = folder.resolve("case");
    TorchCase.write(workload, file);
    Process python =
        new ProcessBuilder(TorchPython.find().command(script, file, "check", 1))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> lines = python.inputReader().readAllLines();
    assertThat(python.waitFor()).isZero();

    Expected expected = expected(workload);
    assertThat(lines).hasSize(TorchPython.VARIANTS.size());
    for (String line : lines) {
      JsonObject answer = JsonParser.parseString(line).getAsJsonObject();
      assertThat(answer.get("loss").getAsDouble()).isCloseTo(expected.loss, within(1e-12));
      assertThat(numbers(answer.getAsJsonArray("spikes"))).containsExactly(expected.spikes);
      double[] gradient = expected.gradient.toArray();
      assertThat(numbers(answer.getAsJsonArray("gradient")))
          .hasSameSizeAs(gradient)
          .containsExactly(gradient, within(1e-12));
    }
  }

  private record Expected(double loss, double[] spikes, FlatVector gradient) {}

  private static Expected expected(WorkloadPlan workload) {
    TrainingPlan plan = workload.plan();
    Sweep sweep = Precision.DOUBLE.sweep(plan.initial(), plan.sweep());
    Tape tape = sweep.tape();
    FlatVector gradient = new FlatVector(new ParameterLayout(plan.initial()).size());
    int[] sizes = plan.initial().graph().sizes();
    Adjoints adjoints = new Adjoints(sizes);
    SpikeClassification objective = (SpikeClassification) plan.task().objective();
    double loss = 0;
    double[] spikes = new double[sizes.length - 1];
    for (Decision episode : workload.episodes().episodes().subList(0, plan.batch())) {
      sweep.forward(tape, episode.input());
      SpikeRaster output = tape.spikes(spikes.length);
      adjoints.clear();
      EpisodeJudgement none = EpisodeJudgement.of();
      loss += objective.loss(episode, none, new double[0], 0).evaluate(tape, adjoints);
      sweep.backward(tape, adjoints);
      for (int l = 0; l < spikes.length; l++) {
        spikes[l] += tape.spikes(l + 1).count(0, output.steps());
      }
    }
    sweep.drain(gradient);
    gradient.scale(1.0 / plan.batch());
    return new Expected(loss / plan.batch(), spikes, gradient);
  }

  private static double[] numbers(JsonArray array) {
    return array.asList().stream().mapToDouble(element -> element.getAsDouble()).toArray();
  }
}
