package plastron.tasks.reference;

import java.util.function.LongFunction;
import plastron.core.circuit.Circuit;

/**
 * A random network whose statistics are known.
 *
 * @param name as in conformance/simulation/reference_networks.json
 * @param circuit the network for a seed, which draws what is drawn at the start
 * @param fromMs statistics are taken from here, ms
 * @param toMs to here, ms
 * @param timedMs of so many ms the time is measured, from the same start on: some seconds of a
 *     processor, beside which those of the just-in-time compiler are few
 */
public record BenchmarkNetwork(
    String name, LongFunction<Circuit> circuit, double fromMs, double toMs, double timedMs) {

  /** Step, ms. */
  public static final double DT_MS = 0.1;
}
