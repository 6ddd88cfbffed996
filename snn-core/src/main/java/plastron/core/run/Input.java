package plastron.core.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plastron.core.check.Require;
import plastron.core.spikes.SpikeRaster;

/**
 * What a network is given while it runs.
 *
 * @param spikes of every spike source in the network's order, at least one, all of the same number
 *     of steps
 * @param signals by name. The first value of a signal is that of the window in which the run
 *     starts: rules read it when that window ends
 */
public record Input(List<SpikeRaster> spikes, Map<String, Signal> signals) {

  public Input {
    spikes = Require.all("Input rasters", spikes);
    signals = Require.all("Input signals", signals);
    if (spikes.isEmpty()) {
      throw new IllegalArgumentException(
          "Input (0 rasters) needs at least one, which gives the number of steps.");
    }
    for (SpikeRaster raster : spikes) {
      if (raster.steps() != spikes.getFirst().steps()) {
        throw new IllegalArgumentException(
            "Input raster (%s) must have as many steps as the first, %d."
                .formatted(raster, spikes.getFirst().steps()));
      }
    }
  }

  /** Spikes without signals. */
  public static Input of(SpikeRaster... spikes) {
    return new Input(Arrays.asList(Require.given("Input rasters", spikes)), Map.of());
  }

  /** Spikes of a single source without signals: an input each. */
  public static List<Input> each(List<SpikeRaster> spikes) {
    return spikes.stream().map(Input::of).toList();
  }

  /**
   * What a network is given that is given one input after another. A signal that one of them leaves
   * out is 0 there.
   *
   * @param parts at least one, all of the same sources; each but the last has whole windows
   * @param window steps of a window, at least 1
   */
  public static Input joined(List<Input> parts, int window) {
    List<SpikeRaster> spikes = new ArrayList<>();
    for (int k = 0; k < parts.getFirst().spikes.size(); k++) {
      int source = k;
      spikes.add(SpikeRaster.joined(parts.stream().map(part -> part.spikes.get(source)).toList()));
    }
    Map<String, List<double[]>> signals = new LinkedHashMap<>();
    parts.forEach(
        part ->
            part.signals.forEach(
                (name, signal) -> signals.computeIfAbsent(name, n -> new ArrayList<>())));
    for (Input part : parts) {
      int windows = Math.ceilDiv(part.steps(), window);
      signals.forEach((name, values) -> values.addAll(part.signal(name).firstWindows(windows)));
    }
    Map<String, Signal> joined = new LinkedHashMap<>();
    signals.forEach((name, values) -> joined.put(name, Signal.ofWindows(values)));
    return new Input(spikes, joined);
  }

  /**
   * What is given in some steps of a run.
   *
   * @param from first step
   * @param to behind the last
   * @param window steps of a window, at least 1
   */
  public Input part(int from, int to, int window) {
    Map<String, Signal> later = new LinkedHashMap<>();
    signals.forEach((name, signal) -> later.put(name, signal.from(from / window)));
    return new Input(spikes.stream().map(raster -> raster.part(from, to)).toList(), later);
  }

  /** Number of steps. */
  public int steps() {
    return spikes.getFirst().steps();
  }

  /** A signal by name; 0 throughout if it is not given. */
  public Signal signal(String name) {
    return signals.getOrDefault(name, Signal.NONE);
  }

  /**
   * The spikes, for a network that reads no signals.
   *
   * @throws IllegalArgumentException if there are any
   */
  public List<SpikeRaster> withoutSignals() {
    if (!signals.isEmpty()) {
      throw new IllegalArgumentException(
          "Input has signals %s, of which the network reads none.".formatted(signals.keySet()));
    }
    return spikes;
  }

  /**
   * The spikes of the only source, for a network that reads nothing else.
   *
   * @throws IllegalArgumentException if there are spikes of several sources, or signals
   */
  public SpikeRaster single() {
    if (spikes.size() != 1) {
      throw new IllegalArgumentException(
          "Input (%d rasters) must have one: the network has one spike source."
              .formatted(spikes.size()));
    }
    return withoutSignals().getFirst();
  }
}
