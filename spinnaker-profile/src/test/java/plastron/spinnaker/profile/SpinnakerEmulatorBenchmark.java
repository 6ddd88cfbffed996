package plastron.spinnaker.profile;

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
import plastron.plasticity.model.RateEstimator;

/**
 * Time of one step of the cue task's network, 40-64-2, on SpiNNaker 1, in episodes of 440 steps
 * with a trace update every 8.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SpinnakerEmulatorBenchmark {

  private static final int STEPS = 440;

  @Param({"ndp-linear", "dp-oja", "static"})
  public String rule;

  private SpikeRaster input;
  private Runner emulator;

  /** Compiles a random model. */
  @Setup
  public void compile() {
    RateEstimator rates = RateEstimator.ExponentialTrace.matching(8);
    PlasticModel model = SmallSpinnakerModels.of(rule, rates, 0.7, 1, 40, 64, 2);
    input = SmallSpinnakerModels.input(2, STEPS, 40);
    SpinnakerProfile profile = new SpinnakerProfile();
    ChipImage image =
        ExportPipeline.to(profile).run(model, Input.each(List.of(input)), ExportOptions.DEFAULT);
    emulator = profile.emulator(image, true, image.seed());
  }

  /** One episode. */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public Recording step() {
    emulator.reset();
    return emulator.run(input);
  }
}
