package plastron.export.mapping;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import plastron.export.profile.ChipProfile;
import plastron.export.resource.Demand;
import plastron.export.resource.Limit;
import plastron.export.resource.Scope;
import plastron.export.stage.QuantizedLayer;

/**
 * What of a population fits on a core, or a part of it on a chip. Demand never falls with the
 * number of neurons, inputs, layers or destinations, so bisection finds the most of each.
 *
 * @param layers all that lead to the population, at least one
 * @param destinations parts of populations that its neurons send to, at least 1
 * @param profile the chip
 * @param <P> the profile's type for a program
 */
record Fitting<P>(List<QuantizedLayer<P>> layers, int destinations, ChipProfile<?, P> profile) {

  /** What some of its neurons need on a core. */
  Demand demand(int neurons) {
    return profile.demand(layers, neurons).plus(profile.routes(neurons, destinations));
  }

  /** The first limit that some of its neurons pass. */
  Optional<Limit> exceeded(int neurons, Scope scope) {
    return demand(neurons).exceeded(profile.limits(), scope);
  }

  private boolean fits(int neurons, Scope scope) {
    return exceeded(neurons, scope).isEmpty();
  }

  /** Most of its neurons that fit, 0 if not even one does. */
  int neurons(Scope scope) {
    return most(layers.getFirst().size(), n -> fits(n, scope));
  }

  /** What would fit where one neuron alone does not. */
  String instead(Scope scope) {
    int reached = most(destinations - 1, d -> new Fitting<>(layers, d, profile).fits(1, scope));
    if (reached > 0) {
      return "Maybe let it send to smaller populations: they are cut into %d parts, a neuron can reach %d."
          .formatted(destinations, reached);
    }
    int inputs = layers.stream().mapToInt(QuantizedLayer::inputs).sum();
    int received = most(inputs - 1, n -> withInputs(n, inputs).fits(1, scope));
    if (received > 0) {
      return "Maybe give it at most %d inputs."
          .formatted(
              withInputs(received, inputs).layers.stream().mapToInt(QuantizedLayer::inputs).sum());
    }
    int led =
        most(
            layers.size() - 1,
            n -> new Fitting<>(layers.subList(0, n), destinations, profile).fits(1, scope));
    return led > 0
        ? "Maybe let at most %d layers lead to it.".formatted(led)
        : "Maybe use another chip.";
  }

  /** All layers with a share of their inputs, each with one at least. */
  private Fitting<P> withInputs(int some, int all) {
    return new Fitting<>(
        layers.stream()
            .map(layer -> layer.withInputs((int) Math.max(1, (long) layer.inputs() * some / all)))
            .toList(),
        destinations,
        profile);
  }

  private static int most(int atMost, IntPredicate fits) {
    int in = 0;
    int out = Math.max(atMost, 0) + 1;
    while (out - in > 1) {
      int middle = (in + out) >>> 1;
      if (fits.test(middle)) {
        in = middle;
      } else {
        out = middle;
      }
    }
    return in;
  }
}
