package plastron.export.nir.node;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import plastron.core.check.Require;
import plastron.core.ledger.Departure;
import plastron.core.network.Neuron;
import plastron.export.hdf5.Hdf5Array;
import plastron.export.hdf5.Hdf5Fields;
import plastron.export.hdf5.Hdf5Node;

/**
 * How the equations of a NIR graph, which are about time, go step by step. A file may say it in the
 * metadata of its graph; what it does not say is as in {@link #DEFAULT}.
 *
 * @param dt seconds of a step, above 0; {@code dt}
 * @param integration how a step is taken; {@code integration}, {@code euler} or {@code exponential}
 * @param reset what a spike does: {@code reset}, {@code value} for the node's reset potential or
 *     {@code subtract} for the threshold; a node's own metadata go before those of the graph
 * @param spikesAt whether a neuron spikes where its potential is the threshold, not only above;
 *     {@code spike}, {@code above} or {@code at}
 * @param latency steps from a spike to its effect that every path from neuron to neuron takes
 *     beside its delay nodes, at least 0; {@code latency}
 */
@Departure(
    from = "NIR",
    what =
        "Neurons spike above their threshold, NIR has no time step and no plasticity; "
            + "here neurons spike at their threshold, and metadata say the rest.",
    reason =
        "A threshold that is to be passed becomes the next larger number of single "
            + "precision; what a file does not say is assumed as documented (nir.md).",
    test = "NirImporterTest.stepsAreThoseOfTheMetadata")
public record NirSteps(
    double dt, Integration integration, Neuron.Reset reset, boolean spikesAt, int latency) {

  /**
   * What holds where nothing is said: steps of 0.1 ms, those of the experiments of Pedersen et al.
   * 2024 (doi 10.1038/s41467-024-52259-9), forward Euler, a reset to the reset potential, spikes
   * above the threshold as NIR defines them, and no latency.
   */
  public static final NirSteps DEFAULT =
      new NirSteps(1e-4, Integration.EULER, Neuron.Reset.HARD, false, 0);

  private static final int MOST_LATENCY = 1 << 16;
  private static final List<String> INTEGRATIONS = List.of("euler", "exponential");
  private static final List<String> RESETS = List.of("value", "subtract");
  private static final List<String> SPIKES = List.of("above", "at");

  /** How a step of {@code tau dx/dt = y - x} is taken. */
  public enum Integration {
    /** {@code x + dt/tau (y - x)}. */
    EULER,
    /** {@code y + exp(-dt/tau) (x - y)}. */
    EXPONENTIAL
  }

  public NirSteps {
    Require.positive("Step dt", dt);
    Require.given("Integration", integration);
    Require.given("Reset", reset);
    if (latency < 0 || latency > MOST_LATENCY) {
      throw new IllegalArgumentException(
          "Latency (%d steps) must be from 0 to %d.".formatted(latency, MOST_LATENCY));
    }
  }

  /** What the metadata of a graph or a node say, and the rest as here. */
  public NirSteps with(Hdf5Fields metadata) {
    return new NirSteps(
        metadata.has("dt") ? metadata.number("dt") : dt,
        metadata.has("integration")
            ? metadata.choice("integration", INTEGRATIONS).equals(INTEGRATIONS.getFirst())
                ? Integration.EULER
                : Integration.EXPONENTIAL
            : integration,
        metadata.has("reset")
            ? metadata.choice("reset", RESETS).equals(RESETS.getFirst())
                ? Neuron.Reset.HARD
                : Neuron.Reset.SUBTRACT_THRESHOLD
            : reset,
        metadata.has("spike") ? metadata.choice("spike", SPIKES).equals("at") : spikesAt,
        metadata.has("latency") ? metadata.integer("latency", 0, MOST_LATENCY) : latency);
  }

  /** All of it, as metadata of a graph. */
  public Map<String, Hdf5Node> metadata() {
    Map<String, Hdf5Node> fields = new TreeMap<>();
    fields.put("dt", Hdf5Array.Reals.of(dt));
    fields.put(
        "integration",
        Hdf5Array.Texts.of(INTEGRATIONS.get(integration == Integration.EULER ? 0 : 1)));
    fields.put("reset", resetText(reset));
    fields.put("spike", Hdf5Array.Texts.of(SPIKES.get(spikesAt ? 1 : 0)));
    fields.put("latency", Hdf5Array.Integers.of(latency));
    return fields;
  }

  /** What a spike does, as metadata of a node. */
  public static Hdf5Array resetText(Neuron.Reset reset) {
    return Hdf5Array.Texts.of(RESETS.get(reset == Neuron.Reset.HARD ? 0 : 1));
  }

  /**
   * The factor per step of a decay.
   *
   * @param subject of errors, such as a node
   * @param tau its time constant in seconds
   * @throws IllegalArgumentException if it is not positive, or a step of Euler longer
   */
  public double decay(String subject, double tau) {
    if (!(tau > 0)) {
      throw new IllegalArgumentException(
          "%s has time constant (%s s), expected a positive one.".formatted(subject, tau));
    }
    if (integration == Integration.EXPONENTIAL) {
      return Math.exp(-dt / tau);
    }
    double decay = 1 - dt / tau;
    if (decay < -1e-6) {
      throw new IllegalArgumentException(
          "%s has time constant (%s s), expected at least the step of %s s. Maybe the file is meant for a shorter one: its metadata may say dt."
              .formatted(subject, tau, dt));
    }
    return Math.max(0, decay);
  }

  /**
   * A delay in steps.
   *
   * @param seconds at least 0
   * @throws IllegalArgumentException if it is negative, too long or no number of whole steps
   */
  public int steps(String subject, double seconds) {
    double steps = Math.rint(seconds / dt);
    if (!(seconds >= 0) || steps > MOST_LATENCY || Math.abs(seconds / dt - steps) > 1e-3) {
      throw new IllegalArgumentException(
          "%s has a delay (%s s), expected from 0 to %d whole steps of %s s. Maybe the file is meant for other steps: its metadata may say dt."
              .formatted(subject, seconds, MOST_LATENCY, dt));
    }
    return (int) steps;
  }
}
