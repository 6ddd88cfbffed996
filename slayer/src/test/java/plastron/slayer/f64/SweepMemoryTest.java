package plastron.slayer.f64;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plastron.core.network.ConnectionRule;
import plastron.core.network.Connectivity;
import plastron.core.network.Neuron;
import plastron.core.run.Input;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.model.ModelBuilder;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.model.ProjectionBuilder;
import plastron.plasticity.module.ModuleBuilder;
import plastron.plasticity.module.RateModule;
import plastron.plasticity.rate.kind.PlasticLstm;
import plastron.plasticity.rule.PlasticityRule;
import plastron.slayer.Precision;
import plastron.slayer.reference.InertSynapses;
import plastron.slayer.surrogate.SlayerExponential;
import plastron.slayer.sweep.Adjoints;
import plastron.slayer.sweep.Sweep;
import plastron.slayer.sweep.SweepMemory;
import plastron.slayer.sweep.SweepOptions;
import plastron.slayer.sweep.SweepState;
import plastron.slayer.sweep.Tape;
import plastron.slayer.sweep.TapeLimit;

/**
 * What a sweep and its tape are reckoned to take before they are made is what they take. Long,
 * because it counts the arrays of every kind of network.
 */
class SweepMemoryTest {

  private static final int[] SIZES = {60, 90, 70, 30};
  private static final int STEPS = 200;
  private static final int WINDOW = 10;
  private static final Neuron.Lif LIF = new Neuron.Lif(1, 0.5, 0, Neuron.Reset.HARD, 0);

  @ParameterizedTest
  @CsvSource({
    "static, false",
    "dp-oja, false",
    "dp-bcm, false",
    "ndp-oja, false",
    "static, true",
    "ndp-linear, true"
  })
  void theArraysOfASweepAndItsTape(String rule, boolean recurrent) {
    fits(model(LIF, rule(rule), recurrent));
  }

  @Test
  void theArraysOfNeuronsThatAdapt() {
    fits(model(new Neuron.AdaptiveLif(LIF, 0.3, 0.9), rule("static"), true));
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 80})
  void theArraysOfModules(int units) {
    PlasticModel plain = model(LIF, rule("static"), false);
    RateModule module =
        new ModuleBuilder("memory", new PlasticLstm(SIZES[1], units, PlasticLstm.Alpha.POST, 1))
            .rates("layer1")
            .build(1);
    fits(plain.with(plain.graph().withModules(List.of(module))));
  }

  private static void fits(PlasticModel model) {
    SweepOptions options = SweepOptions.with(new SlayerExponential(1, 1));
    for (Precision precision : Precision.values()) {
      SweepMemory memory = precision.memory(model.graph(), options);
      Sweep sweep = precision.sweep(model, options);
      Tape tape = sweep.tape();
      sweep.forward(tape, Input.of(input()));
      sweep.backward(tape, new Adjoints(model.graph()));
      long ofSweep = ArraysOf.bytes(sweep, SweepMemoryTest::isOurs);
      long ofTape = ArraysOf.bytes(tape, ArraysOf::isPartOfATape);
      // Some arrays of a new sweep are the tape's from the first episode on.
      assertThat((double) memory.bytes() / (ofSweep - shared(sweep, tape))).isBetween(0.95, 1.5);
      // Hidden neurons are silent here, more spikes are expected.
      assertThat((double) memory.tape(TapeLimit.NONE, STEPS) / ofTape).isBetween(0.9, 1.6);
    }
  }

  /** However often neurons spike, and never twice too much. */
  @ParameterizedTest
  @CsvSource({
    "stdp, 0.05, false",
    "stdp, 0.3, true",
    "stdp, 1, false",
    "stdp-triplet, 1, false",
    "stdp-dopamine, 0.5, true"
  })
  void theArraysOfRulesOfSingleSpikesAreNoMore(String rule, double rate, boolean sparse) {
    PlasticModel dense = model(LIF, rule(rule), false);
    List<PlasticProjection> excited = new ArrayList<>();
    for (PlasticProjection p : dense.graph().projections()) {
      Map<String, double[][]> parameters = new LinkedHashMap<>(p.parameters());
      parameters.computeIfPresent("W", (name, all) -> ones(all));
      excited.add(InertSynapses.with(p, p.connectivity(), p.rule(), parameters));
    }
    PlasticModel busy = dense.withProjections(excited);
    PlasticModel model = sparse ? sparse(busy, new ConnectionRule.FixedProbability(0.4)) : busy;
    SweepOptions options = SweepOptions.with(new SlayerExponential(1, 1));
    SpikeRaster input = input(rate);
    for (Precision precision : Precision.values()) {
      SweepMemory memory = precision.memory(model.graph(), options);
      Sweep sweep = precision.sweep(model, options);
      Tape tape = sweep.tape();
      sweep.forward(tape, Input.of(input));
      sweep.backward(tape, new Adjoints(model.graph()));
      assertThat(tape.spikes(1).count(0, STEPS)).isGreaterThan(STEPS * SIZES[1] / 4);
      long ofSweep = ArraysOf.bytes(sweep, SweepMemoryTest::isOurs);
      assertThat((double) memory.bytes() / (ofSweep - shared(sweep, tape))).isBetween(1.0, 2.0);
    }
  }

  private static double[][] ones(double[][] all) {
    double[][] ones = new double[all.length][];
    for (int j = 0; j < all.length; j++) {
      ones[j] = new double[all[j].length];
      Arrays.fill(ones[j], 1);
    }
    return ones;
  }

  @ParameterizedTest
  @CsvSource({"static, false", "dp-bcm, false", "ndp-linear, true"})
  void theArraysOfAChunk(String rule, boolean recurrent) {
    PlasticModel model = model(LIF, rule(rule), recurrent);
    SweepOptions options = SweepOptions.with(new SlayerExponential(1, 1));
    int steps = 3 * WINDOW;
    SpikeRaster chunk = new SpikeRaster(steps, SIZES[0]);
    for (Precision precision : Precision.values()) {
      SweepMemory memory = precision.memory(model.graph(), options);
      Sweep sweep = precision.sweep(model, options);
      Tape tape = sweep.tape();
      SweepState state = sweep.state();
      sweep.forward(tape, state, Input.of(chunk));
      sweep.forward(tape, state, Input.of(chunk));
      long ofTape = ArraysOf.bytes(tape, ArraysOf::isPartOfATape);
      // All are silent here, and lists of spikes are a larger part of a short tape.
      assertThat((double) memory.chunkTape(TapeLimit.NONE, steps) / ofTape).isBetween(0.9, 2.0);
    }
  }

  /** Absent synapses take nothing. */
  @ParameterizedTest
  @CsvSource({"static, false", "dp-oja, false", "dp-bcm, true"})
  void theArraysOfSparseSynapses(String rule, boolean recurrent) {
    PlasticModel dense = model(LIF, rule(rule), recurrent);
    PlasticModel sparse = sparse(dense, new ConnectionRule.FixedProbability(0.4));
    SweepOptions options = SweepOptions.with(new SlayerExponential(1, 1));
    for (Precision precision : Precision.values()) {
      SweepMemory memory = precision.memory(sparse.graph(), options);
      SweepMemory all = precision.memory(dense.graph(), options);
      Sweep sweep = precision.sweep(sparse, options);
      Tape tape = sweep.tape();
      sweep.forward(tape, Input.of(input()));
      sweep.backward(tape, new Adjoints(SIZES));
      long ofSweep = ArraysOf.bytes(sweep, SweepMemoryTest::isOurs);
      long ofTape = ArraysOf.bytes(tape, ArraysOf::isPartOfATape);
      // Headers of arrays, which are not looked for, are a larger part of shorter rows.
      assertThat((double) memory.bytes() / (ofSweep - shared(sweep, tape))).isBetween(0.95, 1.7);
      assertThat((double) memory.tape(TapeLimit.NONE, STEPS) / ofTape).isBetween(0.9, 1.6);
      assertThat((double) memory.state()).isLessThanOrEqualTo(0.6 * all.state());
    }
    assertThat((double) sparse.graph().parameters() / dense.graph().parameters())
        .isBetween(0.38, 0.42);
  }

  private static PlasticModel sparse(PlasticModel model, ConnectionRule rule) {
    List<PlasticProjection> projections = new ArrayList<>();
    for (PlasticProjection p : model.graph().projections()) {
      int post = model.graph().population(p.to()).size();
      Connectivity connectivity = new Connectivity.Generated(rule, projections.size());
      Map<String, double[][]> parameters = new LinkedHashMap<>(p.parameters());
      for (Symbol symbol : p.rule().symbols(Role.PARAMETER)) {
        if (symbol.axis() == Axis.SYNAPSE) {
          parameters.computeIfPresent(
              symbol.name(),
              (name, all) -> InertSynapses.existing(all, connectivity.sparse(all.length, post)));
        }
      }
      projections.add(InertSynapses.with(p, connectivity, p.rule(), parameters));
    }
    return model.withProjections(projections);
  }

  private static long shared(Sweep sweep, Tape tape) {
    long apart =
        ArraysOf.bytes(sweep, SweepMemoryTest::isOurs)
            + ArraysOf.bytes(tape, ArraysOf::isPartOfATape);
    long together = ArraysOf.bytes(List.of(sweep, tape), SweepMemoryTest::isOurs);
    return apart - together;
  }

  private static boolean isOurs(Object object) {
    return object.getClass().getName().startsWith("plastron.") && !object.getClass().isEnum();
  }

  private static SpikeRaster input() {
    return input(0.1);
  }

  private static SpikeRaster input(double rate) {
    Random random = new Random(5);
    SpikeRaster input = new SpikeRaster(STEPS, SIZES[0]);
    for (int t = 0; t < STEPS; t++) {
      for (int j = 0; j < SIZES[0]; j++) {
        if (random.nextDouble() < rate) {
          input.set(t, j);
        }
      }
    }
    return input;
  }

  private static PlasticityRule rule(String name) {
    return Catalogue.find(name).orElseThrow().build(RuleOptions.paper());
  }

  private static PlasticModel model(Neuron neuron, PlasticityRule rule, boolean recurrent) {
    ModelBuilder model = PlasticModel.named("model").source("layer0", SIZES[0]);
    for (int l = 1; l < SIZES.length; l++) {
      String layer = "layer" + l;
      model
          .population(layer, SIZES[l], neuron)
          .projection("layer" + (l - 1), layer, p -> synapses(p, rule));
      if (recurrent) {
        model.projection(layer, layer, p -> synapses(p, rule));
      }
    }
    return model.updateEvery(WINDOW).build();
  }

  private static void synapses(ProjectionBuilder projection, PlasticityRule rule) {
    projection.rule(rule).latency(1);
    rule.symbols(Role.PARAMETER).forEach(s -> projection.set(s.name(), 0.01));
  }
}
