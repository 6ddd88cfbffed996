package plastron.plasticity.circuit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import plastron.core.circuit.BlockSynapses;
import plastron.core.circuit.LearningSynapses;
import plastron.core.state.StateVisitor;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.f32.RuleFrame32;
import plastron.plasticity.f32.RuleProgram32;
import plastron.plasticity.f32.RuleShape32;
import plastron.plasticity.run.SpikesAtSynapses;

/**
 * A rule on the synapses of a block. A row of synapses is to the rule what a pre neuron is: where a
 * neuron has several rows, its numbers are there several times. Owned by one thread.
 */
final class RuleSynapses implements LearningSynapses {

  private final RuleDerivation rule;
  private final RuleProgram32 program;
  private final RuleFrame32 frame;
  private final RuleShape32 shape;
  private final String name;
  private final Optional<RuleRates> rates;
  private final Optional<SpikesAtSynapses> spikes;
  private final List<Symbol> changing;
  private float[][] weights;

  /**
   * @param rule that of {@code learning}, with its time constants in steps
   */
  RuleSynapses(LearningByRule learning, RuleDerivation rule, BlockSynapses synapses) {
    this.rule = rule;
    name = synapses.name();
    shape = shape(learning, rule, synapses);
    program = new RuleProgram32(rule, shape);
    frame = new RuleFrame32(rule, shape);
    changing =
        rule.rule().symbols().stream()
            .filter(s -> s.role() == Role.STATE || s.role() == Role.TRACE)
            .toList();
    draw(learning, synapses);
    weights = program.weight(frame);
    spikes =
        rule.rule().isTimed()
            ? Optional.of(new SpikesAtSynapses(rule, shape, frame, 0))
            : Optional.empty();
    rates = learning.window().map(w -> new RuleRates(learning, w, rule, synapses, frame));
  }

  private static RuleShape32 shape(
      LearningByRule learning, RuleDerivation rule, BlockSynapses synapses) {
    Map<String, Integer> modulators = new HashMap<>();
    learning
        .populations()
        .forEach((name, from) -> modulators.put(name, synapses.size().applyAsInt(from)));
    return new RuleShape32(
        synapses.rows().pre(),
        synapses.rows().post(),
        rule.modulators(modulators),
        Axis.PRE,
        Optional.of(synapses.rows()));
  }

  private void draw(LearningByRule learning, BlockSynapses synapses) {
    float[][] drawn = frame.of(LearningByRule.WEIGHT);
    for (int r = 0; r < drawn.length; r++) {
      for (int k = 0; k < drawn[r].length; k++) {
        drawn[r][k] = (float) synapses.weights()[r][k];
      }
    }
    SynapseNumbers numbers = new SynapseNumbers(synapses);
    LearningByRule.drawn(rule.rule())
        .forEach(
            symbol ->
                numbers.draw(
                    symbol,
                    Objects.requireNonNull(learning.numbers().get(symbol.name())),
                    frame.of(symbol.name())));
  }

  @Override
  public void sent(int source, int[] neurons, int count) {
    if (rates.isPresent()) {
      rates.get().sent(source, neurons, count);
    }
  }

  @Override
  public void step(int[] rows, int arriving, int[] post, int spiking) {
    if (rates.isPresent()) {
      rates.get().ofPost(post, spiking);
    }
    if (spikes.isPresent()) {
      spikes.get().endStep(rows, arriving, post, spiking, weights);
    }
  }

  @Override
  public void endOfWindow() {
    if (rates.isPresent()) {
      rates.get().endOfWindow();
      program.updateAndWeight(frame);
      frame.advance();
      weights = program.nextWeight(frame);
      requireNumbers();
    }
  }

  private void requireNumbers() {
    for (float[] row : weights) {
      for (float weight : row) {
        if (!Float.isFinite(weight)) {
          throw new ArithmeticException(
              "Weights of connections %s leave the range of single precision (%s) under rule %s."
                  .formatted(name, weight, rule.rule().name()));
        }
      }
    }
  }

  @Override
  public float[] weights(int row) {
    return weights[row];
  }

  @Override
  public void state(StateVisitor visitor) {
    for (Symbol symbol : changing) {
      for (float[] row : frame.value[rule.index(symbol)]) {
        visitor.floats(row);
      }
    }
    for (float[] row : weights) {
      visitor.floats(row);
    }
    rates.ifPresent(r -> r.state(visitor));
  }

  @Override
  public long bytes() {
    return RuleFrame32.bytes(rule, shape)
        + RuleProgram32.bytes(rule, shape)
        + (spikes.isPresent() ? RuleMemory.BY_SPIKES * shape.synapses().orElseThrow().size() : 0)
        + rates.map(RuleRates::bytes).orElse(0L);
  }
}
