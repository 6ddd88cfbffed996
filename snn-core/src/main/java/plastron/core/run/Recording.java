package plastron.core.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import plastron.core.spikes.SpikeRaster;

/**
 * What a run recorded.
 *
 * @param spikes by population in the network's order, the input included; a leaky integrator has
 *     none
 * @param potentials by name of leaky integrator, in the network's order, {@code [step][neuron]};
 *     treat as read-only
 * @param outputs by name of module, in the network's order, what it gave at the end of each full
 *     window, {@code [window][value]}; treat as read-only
 * @param traces by window, then by projection: the plastic part of the effective weights {@code
 *     alpha.E}, {@code [nPre][nPost]}, after the update that ended the window; empty when the
 *     runner was not asked to record them
 * @param counters saturations, overflows and the like by name, in the order of the names; empty for
 *     float runners
 */
public record Recording(
    List<SpikeRaster> spikes,
    Map<String, float[][]> potentials,
    Map<String, float[][]> outputs,
    List<List<float[][]>> traces,
    Map<String, Long> counters) {

  public Recording {
    spikes = List.copyOf(spikes);
    potentials = Collections.unmodifiableMap(new LinkedHashMap<>(potentials));
    outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    traces = List.copyOf(traces);
    counters = Collections.unmodifiableMap(new TreeMap<>(counters));
  }

  /** The recording of a network without leaky integrators and modules. */
  public Recording(
      List<SpikeRaster> spikes, List<List<float[][]>> traces, Map<String, Long> counters) {
    this(spikes, Map.of(), Map.of(), traces, counters);
  }

  /**
   * What a runner recorded that was run several times without a reset in between.
   *
   * @param parts at least one, in order of time, all of the same runner
   */
  public static Recording joined(List<Recording> parts) {
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    List<SpikeRaster> spikes = new ArrayList<>();
    for (int p = 0; p < parts.getFirst().spikes.size(); p++) {
      int population = p;
      spikes.add(
          SpikeRaster.joined(parts.stream().map(part -> part.spikes.get(population)).toList()));
    }
    Map<String, Long> counters = new TreeMap<>();
    for (Recording part : parts) {
      part.counters.forEach((name, count) -> counters.merge(name, count, Math::addExact));
    }
    return new Recording(
        spikes,
        rows(parts.stream().map(Recording::potentials).toList()),
        rows(parts.stream().map(Recording::outputs).toList()),
        parts.stream().flatMap(part -> part.traces.stream()).toList(),
        counters);
  }

  private static Map<String, float[][]> rows(List<Map<String, float[][]>> parts) {
    Map<String, float[][]> all = new LinkedHashMap<>();
    for (String name : parts.getFirst().keySet()) {
      all.put(
          name,
          parts.stream()
              .flatMap(part -> Arrays.stream(part.getOrDefault(name, new float[0][])))
              .toArray(float[][]::new));
    }
    return all;
  }

  /** The spikes of the last population. */
  public SpikeRaster output() {
    return spikes.getLast();
  }
}
