package plastron.core.network;

import java.util.Optional;
import plastron.core.check.Require;

/**
 * Which synapses a projection has. One that it has not takes no memory and no work: it is as one of
 * weight 0 that never changes.
 */
public sealed interface Connectivity {

  /** Throws {@link IllegalArgumentException} if they do not fit populations of these sizes. */
  void check(int pre, int post);

  /**
   * The synapses between two populations; empty if there are all, however that is said. See {@link
   * #check}.
   */
  Optional<SynapseRows> sparse(int pre, int post);

  /** Every pre neuron reaches every post neuron. */
  record Dense() implements Connectivity {
    @Override
    public void check(int pre, int post) {}

    @Override
    public Optional<SynapseRows> sparse(int pre, int post) {
      return Optional.empty();
    }
  }

  /**
   * Those of a list.
   *
   * @param synapses for the sizes of both populations
   */
  record Rows(SynapseRows synapses) implements Connectivity {
    public Rows {
      Require.given("Synapses", synapses);
    }

    @Override
    public void check(int pre, int post) {
      if (synapses.pre() != pre || synapses.post() != post) {
        throw new IllegalArgumentException(
            "Synapses (from %d to %d neurons) must be from %d to %d."
                .formatted(synapses.pre(), synapses.post(), pre, post));
      }
    }

    @Override
    public Optional<SynapseRows> sparse(int pre, int post) {
      check(pre, post);
      return Optional.of(synapses).filter(s -> !s.isComplete());
    }
  }

  /**
   * Those that a rule draws: never stored, but drawn again wherever they are needed.
   *
   * @param seed decides the outcome together with the rule and the sizes of both populations
   */
  record Generated(ConnectionRule rule, long seed) implements Connectivity {
    public Generated {
      Require.given("Connection rule", rule);
    }

    @Override
    public void check(int pre, int post) {
      rule.check(pre, post);
    }

    @Override
    public Optional<SynapseRows> sparse(int pre, int post) {
      return Optional.of(rule.draw(pre, post, seed)).filter(s -> !s.isComplete());
    }
  }
}
