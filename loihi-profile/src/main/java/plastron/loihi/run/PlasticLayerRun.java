package plastron.loihi.run;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import plastron.export.image.BrokenImageException;
import plastron.export.image.HostSignals;
import plastron.export.image.ImageCore;
import plastron.export.image.ImageLayer;
import plastron.loihi.arithmetic.LoihiArithmetic;
import plastron.loihi.arithmetic.SignMode;
import plastron.loihi.emulator.SpikeList;
import plastron.loihi.emulator.SynapticRows;
import plastron.loihi.learning.Evaluation;
import plastron.loihi.learning.InitialSynapses;
import plastron.loihi.learning.LearningCounts;
import plastron.loihi.learning.LearningEngine;
import plastron.loihi.learning.LearningParameters;
import plastron.loihi.learning.PlasticDense;
import plastron.loihi.learning.TraceParameters;
import plastron.loihi.neuron.NeuronProgram;
import plastron.loihi.neuron.NeuronProgramRun;
import plastron.loihi.program.LoihiProgram;
import plastron.loihi.random.RandomSources;
import plastron.loihi.rule.MicrocodeRule;
import plastron.loihi.rule.RuleSyntaxException;
import plastron.loihi.rule.Variable;

/**
 * The plastic synapses of one layer while they run: those that carry alpha.E, those that carry E,
 * the neuron program.
 */
final class PlasticLayerRun {

  private final ImageLayer layer;
  private final int interval;
  private final LoihiArithmetic arithmetic;
  private final boolean thirdFactor;
  private final LearningEngine engine;
  private final PlasticDense plastic;
  private final Optional<PlasticDense> accumulator;
  private final Optional<NeuronProgramRun> neurons;
  private final Optional<RewardRun> rewards;
  private final int[] arrived;

  /**
   * @param cores those of the population that the layer leads to
   */
  PlasticLayerRun(
      ImageLayer layer,
      List<ImageCore> cores,
      int interval,
      LoihiArithmetic arithmetic,
      RandomSources random) {
    this.layer = layer;
    this.arithmetic = arithmetic;
    this.interval = interval;
    thirdFactor = layer.integer(ImageKeys.THIRD_FACTOR) != 0;
    arrived = new int[layer.size()];
    engine = engine(plasticRule(layer), LoihiProgram.TAG, LoihiProgram.DELAY, random);
    OwnBounds own = OwnBounds.of(layer);
    engine.bounded(own.ofWeights());
    plastic = new PlasticDense(engine, layer.size(), layer.integer32(ImageKeys.PLASTIC_EXPONENT));
    accumulator =
        accumulatorRule(layer)
            .map(
                rule -> {
                  LearningEngine states = engine(rule, "", LoihiProgram.ACCUMULATOR_DELAY, random);
                  states.bounded(own.ofStates());
                  return new PlasticDense(states, layer.size(), 0);
                });
    List<String> statements = ImageKeys.statements(layer);
    neurons =
        statements.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new NeuronProgramRun(
                    NeuronProgram.parse(statements),
                    layer.size(),
                    name -> layer.array(name).values()));
    rewards =
        ImageKeys.reward(layer).map(reward -> new RewardRun(layer, reward, cores, random.next()));
  }

  /** The rules of all synapses. */
  static List<MicrocodeRule> rules(ImageLayer layer) {
    return Stream.concat(Stream.of(plasticRule(layer)), accumulatorRule(layer).stream()).toList();
  }

  private static MicrocodeRule plasticRule(ImageLayer layer) {
    Optional<String> dw = ImageKeys.line(layer, ImageKeys.PLASTIC_DW);
    if (dw.isEmpty()) {
      throw new BrokenImageException("Layer %s has no line (plastic dw).".formatted(layer.name()));
    }
    return parsed(
        layer,
        dw,
        ImageKeys.line(layer, ImageKeys.PLASTIC_DD),
        ImageKeys.line(layer, ImageKeys.PLASTIC_DT));
  }

  private static Optional<MicrocodeRule> accumulatorRule(ImageLayer layer) {
    Optional<String> dw = ImageKeys.line(layer, ImageKeys.ACCUMULATOR_DW);
    return dw.map(given -> parsed(layer, dw, Optional.empty(), Optional.empty()));
  }

  private static MicrocodeRule parsed(
      ImageLayer layer, Optional<String> dw, Optional<String> dd, Optional<String> dt) {
    try {
      return MicrocodeRule.parse(dw, dd, dt);
    } catch (RuleSyntaxException e) {
      throw new BrokenImageException("Layer %s: %s".formatted(layer.name(), e.getMessage()));
    }
  }

  private LearningEngine engine(
      MicrocodeRule rule, String tag, String delay, RandomSources random) {
    LearningParameters parameters =
        new LearningParameters(
            rule,
            thirdFactor,
            layer.integer32(ImageKeys.EPOCH),
            SignMode.MIXED,
            arithmetic,
            ImageKeys.trace(layer, Variable.X1),
            ImageKeys.trace(layer, Variable.X2),
            post(Variable.Y1),
            post(Variable.Y2),
            post(Variable.Y3));
    InitialSynapses synapses = InitialSynapses.zeros(layer.inputs(), layer.size());
    if (layer.hasArray(tag)) {
      synapses =
          synapses.withTags(SynapticRows.transposed(layer.array(tag).values(), layer.size()));
    }
    if (layer.hasArray(delay)) {
      synapses =
          synapses.withDelays(SynapticRows.transposed(layer.array(delay).values(), layer.size()));
    }
    return new LearningEngine(parameters, synapses, random.next(), Evaluation.ROWS);
  }

  private TraceParameters post(Variable trace) {
    return thirdFactor ? TraceParameters.WRITTEN : ImageKeys.trace(layer, trace);
  }

  /**
   * Adds the plastic currents that are due; what is due at the accumulator is kept for {@link
   * #receive}.
   */
  void deliver(int[] activation) {
    plastic.deliver(activation);
    if (accumulator.isPresent()) {
      Arrays.fill(arrived, 0);
      accumulator.get().deliver(arrived);
    }
  }

  /**
   * Takes in a step and learns.
   *
   * @param spikes of all populations, the input first
   * @param signals what the host writes
   * @param step from 1, counted since the episode's start
   */
  void receive(SpikeList[] spikes, HostSignals signals, int step) {
    SpikeList pre = spikes[layer.from()];
    SpikeList post = spikes[layer.to()];
    if (rewards.isPresent()) {
      rewards.get().step(spikes, signals, step % interval == 0 ? step / interval - 1 : -1);
      engine.reward(rewards.get().r1());
    }
    if (neurons.isEmpty()) {
      plastic.receive(pre, post);
      return;
    }
    NeuronProgramRun state = neurons.get();
    state.step(spikes, layer.to(), arrived);
    if (step % interval == 0) {
      state.host(signals, step / interval - 1);
      state.update();
    }
    if ((step + 1) % interval == 0) {
      state.send();
    }
    plastic.receive(
        pre,
        post,
        state.written(Variable.Y1),
        state.written(Variable.Y2),
        state.written(Variable.Y3));
    if (accumulator.isPresent()) {
      accumulator
          .get()
          .receive(
              pre,
              post,
              state.written(Variable.Y1),
              state.written(Variable.Y2),
              state.written(Variable.Y3));
    }
  }

  void reset() {
    plastic.reset();
    accumulator.ifPresent(PlasticDense::reset);
    neurons.ifPresent(NeuronProgramRun::reset);
    rewards.ifPresent(RewardRun::reset);
    Arrays.fill(arrived, 0);
  }

  /** The present {@code alpha.E}, {@code [pre][post]}. */
  float[][] traces() {
    double unit = layer.real(ImageKeys.PLASTIC_UNIT);
    float[][] traces = new float[layer.inputs()][layer.size()];
    for (int j = 0; j < traces.length; j++) {
      int[] row = engine.weightRow(j);
      for (int i = 0; i < row.length; i++) {
        traces[j][i] = (float) (unit * row[i]);
      }
    }
    return traces;
  }

  /** Of the synapses that carry alpha.E, then of those that carry E, if there are such. */
  List<LearningEngine> engines() {
    return accumulator.map(a -> List.of(engine, a.engine())).orElse(List.of(engine));
  }

  List<LearningCounts> counts() {
    return engines().stream().map(LearningEngine::counts).toList();
  }

  long neuronSaturations() {
    return neurons.map(NeuronProgramRun::saturations).orElse(0L);
  }

  long clippedFactors() {
    return neurons.map(NeuronProgramRun::clippedFactors).orElse(0L)
        + rewards.map(RewardRun::clipped).orElse(0L);
  }
}
