package plastron.loihi.profile;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import plastron.core.run.Input;
import plastron.core.run.Recording;
import plastron.core.run.Runner;
import plastron.core.spikes.SpikeRaster;
import plastron.export.image.ChipImage;
import plastron.export.pipeline.ExportPipeline;
import plastron.export.stage.ExportOptions;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.run.PlasticRunner;

/**
 * Time of one step of the cue task's network, 40-64-2, on Loihi 2, in episodes of 440 steps with a
 * trace update every 16.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class LoihiEmulatorBenchmark {

  private static final int STEPS = 440;

  @Param({"ndp-linear", "dp-linear", "ndp-bcm"})
  public String rule;

  @Param({"true", "false"})
  public boolean learning;

  private SpikeRaster input;
  private Runner emulator;

  /** Compiles a random model. */
  @Setup
  public void compile() {
    List<SpikeRaster> inputs = DrawnModels.inputs(4, STEPS, 40, 1);
    PlasticModel model = DrawnModels.model(rule, 16, 0.125, 5, 40, 64, 2);
    Loihi2 profile = new Loihi2();
    ChipImage image =
        ExportPipeline.to(profile, PlasticRunner::of)
            .run(model, Input.each(inputs), ExportOptions.DEFAULT);
    input = inputs.getFirst();
    emulator = profile.emulator(image, learning, image.seed());
  }

  /** One episode. */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public Recording step() {
    emulator.reset();
    return emulator.run(input);
  }
}
