package plastron.loihi.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plastron.core.run.Input;
import plastron.export.pipeline.ExportPipeline;
import plastron.export.stage.ExportOptions;
import plastron.export.stage.RoundedState;
import plastron.export.stage.ScaledLayer;
import plastron.loihi.arithmetic.LoihiArithmetic;
import plastron.loihi.arithmetic.SignMode;
import plastron.loihi.emulator.SpikeList;
import plastron.loihi.learning.Evaluation;
import plastron.loihi.learning.InitialSynapses;
import plastron.loihi.learning.LearningEngine;
import plastron.loihi.learning.LearningParameters;
import plastron.loihi.learning.TraceParameters;
import plastron.loihi.program.LoihiProgram;
import plastron.loihi.program.PlasticProgram;
import plastron.loihi.program.TraceScale;
import plastron.loihi.random.SeededRandom;
import plastron.loihi.rule.Variable;
import plastron.plasticity.expr.FlooredProduct;
import plastron.plasticity.expr.FlooredProduct.When;
import plastron.plasticity.expr.Grid;

/**
 * What training is told of rules of single spikes is what the engine does with them: a spike moves
 * a weight, or an eligibility, by products rounded down, and what is left is rounded at random.
 */
class TimedProductsTest {

  private static final int[] SIZES = {20, 12, 4};
  private static final int INTERVAL = 16;
  private static final int STEPS = 400;

  private static final Map<String, List<ScaledLayer<LoihiProgram>>> LAYERS = new HashMap<>();

  private static List<ScaledLayer<LoihiProgram>> layers(String rule) {
    return LAYERS.computeIfAbsent(rule, TimedProductsTest::compiled);
  }

  private static List<ScaledLayer<LoihiProgram>> compiled(String rule) {
    return ExportPipeline.to(new Loihi2())
        .scales(
            DrawnModels.model(rule, INTERVAL, 0.125, 3, SIZES),
            Input.each(DrawnModels.inputs(8, 320, SIZES[0], 1)),
            new ExportOptions(1, Map.of()))
        .layers();
  }

  @ParameterizedTest
  @ValueSource(strings = {"stdp", "stdp-triplet", "stdp-dopamine"})
  void theEngineMovesByThem(String rule) {
    for (ScaledLayer<LoihiProgram> layer : layers(rule)) {
      Run run = new Run(layer);
      for (int t = 1; t <= STEPS; t++) {
        run.step(t);
      }
      assertThat(run.moved).isGreaterThan(STEPS / 4);
    }
  }

  /** Traces of spikes are whole numbers; one that neurons write is not made by the engine. */
  @ParameterizedTest
  @ValueSource(strings = {"stdp", "stdp-triplet", "stdp-dopamine"})
  void tracesAreRounded(String rule) {
    for (ScaledLayer<LoihiProgram> layer : layers(rule)) {
      Map<String, Grid> grids =
          layer.states().stream().collect(Collectors.toMap(s -> s.state().name(), s -> s.grid()));
      assertThat(grids.keySet()).contains("E", "x1");
      assertThat(grids.containsKey("y1")).isEqualTo(!rule.equals("stdp-dopamine"));
      Grid x1 = Objects.requireNonNull(grids.get("x1"));
      TraceScale scale = layer.program().plastic().orElseThrow().traces().of(Variable.X1);
      assertThat(1 / x1.step()).isEqualTo(scale.impulse().whole());
      assertThat(x1.high()).isEqualTo(TraceScale.LARGEST * x1.step());
    }
  }

  /** A layer's engine, driven by spikes of one side at a time. */
  private static final class Run {
    private final PlasticProgram program;
    private final RoundedState state;
    private final LearningEngine engine;
    private final SplittableRandom random = new SplittableRandom(5);
    private final SpikeList pre;
    private final SpikeList post;
    private final int[][] written;
    private int moved;

    Run(ScaledLayer<LoihiProgram> layer) {
      program = layer.program().plastic().orElseThrow();
      String name = program.rule().dd().isPresent() ? "e" : "E";
      state =
          layer.states().stream()
              .filter(s -> s.state().name().equals(name))
              .findFirst()
              .orElseThrow();
      pre = new SpikeList(layer.inputs());
      post = new SpikeList(layer.size());
      written = new int[3][layer.size()];
      int[][] tags = new int[layer.size()][layer.inputs()];
      int[][] delays = new int[layer.size()][layer.inputs()];
      for (int i = 0; i < tags.length; i++) {
        Arrays.setAll(tags[i], j -> random.nextInt(-255, 256));
        Arrays.fill(delays[i], program.delayOffset());
      }
      engine =
          new LearningEngine(
              new LearningParameters(
                  program.rule(),
                  program.thirdFactor(),
                  program.epoch(),
                  SignMode.MIXED,
                  LoihiArithmetic.LAVA,
                  trace(Variable.X1),
                  trace(Variable.X2),
                  post(Variable.Y1),
                  post(Variable.Y2),
                  post(Variable.Y3)),
              InitialSynapses.zeros(layer.inputs(), layer.size()).withTags(tags).withDelays(delays),
              new SeededRandom(7, SeededRandom.Sharing.INDEPENDENT),
              Evaluation.PLAIN);
    }

    private TraceParameters trace(Variable variable) {
      TraceScale scale = program.traces().of(variable);
      return scale.isOff()
          ? TraceParameters.OFF
          : new TraceParameters(
              scale.impulse(), Math.scalb((double) scale.decay(), -TraceScale.DECAY_BITS));
    }

    private TraceParameters post(Variable variable) {
      return program.thirdFactor() ? TraceParameters.WRITTEN : trace(variable);
    }

    void step(int t) {
      When when = random.nextBoolean() ? When.PRE : When.POST;
      pre.set(when == When.PRE ? drawn(pre.neurons()) : new int[0]);
      post.set(when == When.POST ? drawn(post.neurons()) : new int[0]);
      Arrays.setAll(written[0], i -> random.nextInt(TraceScale.LARGEST));
      int[][] before = held();
      engine.spikes(pre, post);
      if (program.thirdFactor()) {
        engine.write(written[0], written[1], written[2]);
      }
      engine.learn();
      if (t % INTERVAL == 0) {
        return; // the update at the window's end acts as well
      }
      int[][] after = held();
      for (int i = 0; i < before.length; i++) {
        for (int j = 0; j < before[i].length; j++) {
          boolean touched = when == When.PRE ? contains(pre, j) : contains(post, i);
          double expected = before[i][j] + (touched ? sum(when, i, j) : 0);
          double limited = Math.clamp(expected, least(), most());
          assertThat(after[i][j]).isBetween((int) Math.floor(limited), (int) Math.ceil(limited));
          moved += before[i][j] == after[i][j] ? 0 : 1;
        }
      }
    }

    private int least() {
      return program.rule().dd().isPresent() ? -program.delayOffset() : SignMode.MIXED.smallest();
    }

    private int most() {
      return program.rule().dd().isPresent()
          ? LearningEngine.TAG_MAX - program.delayOffset()
          : SignMode.MIXED.largest();
    }

    private int[] drawn(int neurons) {
      return IntStream.range(0, neurons).filter(n -> random.nextInt(4) == 0).toArray();
    }

    private static boolean contains(SpikeList spikes, int neuron) {
      return Arrays.stream(spikes.toArray()).anyMatch(n -> n == neuron);
    }

    private int[][] held() {
      int[][] held = new int[post.neurons()][pre.neurons()];
      for (int i = 0; i < held.length; i++) {
        for (int j = 0; j < held[i].length; j++) {
          held[i][j] =
              program.rule().dd().isPresent()
                  ? engine.delay(j, i) - program.delayOffset()
                  : engine.weight(j, i);
        }
      }
      return held;
    }

    private double sum(When when, int i, int j) {
      return state.products().stream()
          .filter(product -> product.when() == when)
          .mapToDouble(product -> whole(product, i, j))
          .sum();
    }

    private double whole(FlooredProduct product, int i, int j) {
      double value = product.coefficient();
      for (FlooredProduct.Factor factor : product.factors()) {
        double read =
            factor.symbols().isEmpty() ? 0 : value(factor.symbols(), product.when(), i, j);
        value *= Math.clamp(read, factor.low(), factor.high()) + factor.constant();
      }
      return product.step() * Math.floor(value);
    }

    /** Traces as they were before this step's spikes. */
    private double value(List<String> symbols, When when, int i, int j) {
      return switch (symbols.getFirst()) {
        case "alpha" -> engine.tag(j, i);
        case "x1" -> engine.x(1, j) - (when == When.PRE ? impulse(Variable.X1) : 0);
        case "x2" -> engine.x(2, j) - (when == When.PRE ? impulse(Variable.X2) : 0);
        case "y1" -> engine.y(1, i) - (when == When.POST ? impulse(Variable.Y1) : 0);
        case "y2" -> engine.y(2, i) - (when == When.POST ? impulse(Variable.Y2) : 0);
        default -> throw new IllegalArgumentException(symbols.toString());
      };
    }

    private int impulse(Variable variable) {
      return program.traces().of(variable).impulse().whole();
    }
  }
}
