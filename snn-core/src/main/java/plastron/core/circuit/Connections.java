package plastron.core.circuit;

import java.util.Optional;
import plastron.core.check.Require;

/**
 * Synapses from one population to another (or to itself).
 *
 * @param name unique in its circuit
 * @param pre name of the sending population
 * @param post name of the receiving population
 * @param pattern which synapses there are
 * @param weights in the unit of the receiving model: mV for jumps of the potential, pA for
 *     currents, nS for conductances; below 0 inhibitory
 * @param delaysMs from a spike to its arrival, ms, at least one step, rounded to steps on the grid
 * @param plasticity how spikes change synapses; empty if they do not
 */
public record Connections(
    String name,
    String pre,
    String post,
    Pattern pattern,
    Distribution weights,
    Distribution delaysMs,
    Optional<Plasticity> plasticity) {

  public Connections {
    Require.name("Name of connections", name);
    Require.given("Sender of connections " + name, pre);
    Require.given("Receiver of connections " + name, post);
    Require.given("Pattern of connections " + name, pattern);
    Require.given("Weights of connections " + name, weights);
    Require.given("Delays of connections " + name, delaysMs);
    if (!(delaysMs.least() > 0)) {
      throw new IllegalArgumentException(
          "Delay of connections %s (%s ms) must be above 0.".formatted(name, delaysMs.least()));
    }
    Require.given("Plasticity of connections " + name, plasticity)
        .ifPresent(
            kind -> {
              if (weights.least() < kind.least() || weights.greatest() > kind.greatest()) {
                throw new IllegalArgumentException(
                    "Weights of connections %s (%s to %s) must lie in [%s, %s] to learn."
                        .formatted(
                            name,
                            weights.least(),
                            weights.greatest(),
                            kind.least(),
                            kind.greatest()));
              }
            });
  }

  /** Connections that spikes do not change. */
  public Connections(
      String name,
      String pre,
      String post,
      Pattern pattern,
      Distribution weights,
      Distribution delaysMs) {
    this(name, pre, post, pattern, weights, delaysMs, Optional.empty());
  }

  void check(int pre, int post) {
    pattern.check(name, pre, post);
    weights.check("Weights of connections " + name, pattern);
    delaysMs.check("Delays of connections " + name, pattern);
  }
}
