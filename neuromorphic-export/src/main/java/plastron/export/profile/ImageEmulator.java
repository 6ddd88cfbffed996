package plastron.export.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import plastron.core.run.Input;
import plastron.core.run.Recording;
import plastron.core.run.Signal;
import plastron.core.spikes.SpikeRaster;
import plastron.export.image.ChipImage;
import plastron.export.image.HostSignals;

/**
 * Runs a chip image on emulated cores: episodes, signals, recordings and counters, which are the
 * same for all chips. Owned by one thread.
 */
public final class ImageEmulator implements Emulator {

  private final ChipImage image;
  private final EmulatedCores cores;
  private final HostSignals signals;
  private long seed;
  private Map<String, Long> counted = Map.of();
  private int time;

  /**
   * At rest.
   *
   * @param image what the cores are loaded with
   * @param cores at rest, in the state of this seed
   */
  public ImageEmulator(ChipImage image, EmulatedCores cores, long seed) {
    this.image = image;
    this.cores = cores;
    this.seed = seed;
    signals = new HostSignals(image.signals().keySet());
  }

  @Override
  public void reset() {
    reset(seed);
  }

  @Override
  public void reset(long newSeed) {
    seed = newSeed;
    time = 0;
    cores.reset(seed);
  }

  @Override
  public Recording run(Input given) {
    image.requireInput(given);
    signals.give(time / image.updateInterval(), given.signals());
    List<SpikeRaster> out =
        image.populations().stream().map(p -> new SpikeRaster(given.steps(), p.size())).toList();
    List<List<float[][]>> traces = new ArrayList<>();
    for (int t = 0; t < given.steps(); t++) {
      cores.neurons(time);
      for (int k = 0; k < image.sources().size(); k++) {
        cores.fire(image.sources().get(k), given.spikes().get(k), t);
      }
      for (int p = 0; p < out.size(); p++) {
        cores.record(p, out.get(p), t);
      }
      deliver(traces);
    }
    return new Recording(out, traces, newlyCounted());
  }

  @Override
  public Recording drive(List<SpikeRaster> given, Map<String, Signal> fromHost) {
    image.requireInput(new Input(image.sources().stream().map(given::get).toList(), fromHost));
    signals.give(time / image.updateInterval(), fromHost);
    List<List<float[][]>> traces = new ArrayList<>();
    for (int t = 0; t < given.getFirst().steps(); t++) {
      cores.neurons(time);
      for (int p = 0; p < given.size(); p++) {
        cores.fire(p, given.get(p), t);
      }
      deliver(traces);
    }
    return new Recording(given, traces, newlyCounted());
  }

  private void deliver(List<List<float[][]>> traces) {
    cores.deliver(time, signals);
    time++;
    if (time % image.updateInterval() == 0) {
      traces.add(cores.traces());
    }
  }

  /** What was counted since the last call. */
  private Map<String, Long> newlyCounted() {
    Map<String, Long> now = cores.counters();
    Map<String, Long> difference = new TreeMap<>(now);
    counted.forEach((name, before) -> difference.merge(name, -before, Long::sum));
    counted = now;
    return difference;
  }
}
