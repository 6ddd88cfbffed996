package plastron.loihi.learning;

import plastron.loihi.rule.Gate;
import plastron.loihi.rule.Variable;

/**
 * What the products of an epoch read: traces with histories, synaptic variables and the state of
 * the gate u.
 */
final class EpochState {

  final TraceBank pre;
  final TraceBank post;
  final SynapticState synapses;
  final LearningCounts counts;
  final int epoch;
  boolean open;

  /** The reward of every post neuron's core. */
  final int[] reward;

  EpochState(
      TraceBank pre, TraceBank post, SynapticState synapses, LearningCounts counts, int epoch) {
    this.pre = pre;
    this.post = post;
    this.synapses = synapses;
    this.counts = counts;
    this.epoch = epoch;
    reward = new int[post.lastSpike.length];
  }

  /** The step of the epoch at which a gate reads traces, 0 if the gate is closed. */
  int readAt(Gate gate, int j, int i) {
    return switch (gate) {
      case X0 -> pre.lastSpike[j];
      case Y0 -> post.lastSpike[i];
      case U -> open ? epoch : 0;
    };
  }

  int value(Variable variable, int at, int j, int i) {
    return switch (variable) {
      case X0 -> pre.lastSpike[j] > 0 ? 1 : 0;
      case X1 -> pre.history(0)[at][j];
      case X2 -> pre.history(1)[at][j];
      case Y0 -> post.lastSpike[i] > 0 ? 1 : 0;
      case Y1 -> post.history(0)[at][i];
      case Y2 -> post.history(1)[at][i];
      case Y3 -> post.history(2)[at][i];
      case R1 -> reward[i];
      case W, D, T -> row(variable, j)[i];
    };
  }

  /** The synaptic variables of one pre neuron, one a post neuron; live. */
  int[] row(Variable variable, int j) {
    return switch (variable) {
      case W -> synapses.weights[j];
      case D -> synapses.delays[j];
      case T -> synapses.tags[j];
      default -> throw new IllegalArgumentException("not a synaptic variable (" + variable + ")");
    };
  }
}
