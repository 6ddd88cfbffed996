package plastron.loihi.lava;

import java.util.ArrayList;
import java.util.List;
import plastron.core.spikes.SpikeRaster;
import plastron.export.image.ChipImage;
import plastron.export.image.HostSignals;
import plastron.export.image.ImageLayer;
import plastron.export.npz.NpyArray;
import plastron.loihi.arithmetic.LoihiArithmetic;
import plastron.loihi.lava.BundleTrials.Trial;
import plastron.loihi.learning.LearningEngine;
import plastron.loihi.run.ImageKeys;
import plastron.loihi.run.LoihiCores;

/**
 * What Plastron's emulator makes of the trials of a bundle with Lava's arithmetic and its random
 * numbers. Single use.
 */
final class ExpectedRun {

  private final ChipImage image;
  private final LoihiCores cores;
  private final List<NpyArray> arrays = new ArrayList<>();

  /** Values of synapses, collected epoch by epoch. */
  private record Learned(
      int epoch,
      LearningEngine engine,
      String name,
      String variable,
      ImageLayer layer,
      int[] values) {

    void collect(int step) {
      int at = (step / epoch - 1) * layer.size() * layer.inputs();
      for (int i = 0; i < layer.size(); i++) {
        for (int j = 0; j < layer.inputs(); j++) {
          values[at++] =
              switch (variable) {
                case DELAYS -> engine.delay(j, i);
                case TAGS -> engine.tag(j, i);
                default -> engine.weight(j, i);
              };
        }
      }
    }

    NpyArray array() {
      int synapses = layer.size() * layer.inputs();
      return NpyArray.ints(name, values, values.length / synapses, layer.size(), layer.inputs());
    }
  }

  private ExpectedRun(ChipImage image) {
    this.image = image;
    cores = new LoihiCores(image, LoihiArithmetic.LAVA, true, new LavaRandoms(image.seed()));
  }

  /** The content of {@code expected.npz}. */
  static List<NpyArray> of(ChipImage image, BundleTrials trials) {
    ExpectedRun run = new ExpectedRun(image);
    for (int k = 0; k < trials.all().size(); k++) {
      run.trial(k, trials.all().get(k), trials.length().steps());
    }
    return run.arrays;
  }

  private void trial(int index, Trial trial, int steps) {
    cores.reset(image.seed());
    HostSignals signals = new HostSignals(image.signals().keySet());
    signals.give(0, trial.signals());
    List<SpikeRaster> spikes =
        image.populations().stream().map(p -> new SpikeRaster(steps, p.size())).toList();
    List<Learned> learned = learned(index, steps);
    for (int t = 0; t < steps; t++) {
      cores.neurons(t);
      for (int s = 0; s < trial.sources().size(); s++) {
        cores.fire(image.sources().get(s), trial.sources().get(s), t);
      }
      for (int p = 0; p < spikes.size(); p++) {
        cores.record(p, spikes.get(p), t);
      }
      cores.deliver(t, signals);
      for (Learned synapses : learned) {
        if ((t + 1) % synapses.epoch() == 0) {
          synapses.collect(t + 1);
        }
      }
    }
    for (int p = 0; p < spikes.size(); p++) {
      if (!image.populations().get(p).isSource()) {
        arrays.add(raster(Names.spikes(index, p), spikes.get(p)));
      }
    }
    learned.forEach(synapses -> arrays.add(synapses.array()));
  }

  private List<Learned> learned(int trial, int steps) {
    List<Learned> learned = new ArrayList<>();
    for (int l = 0; l < image.layers().size(); l++) {
      ImageLayer layer = image.layers().get(l);
      List<LearningEngine> engines = cores.engines(l);
      for (int e = 0; e < engines.size(); e++) {
        int epoch = layer.integer32(ImageKeys.EPOCH);
        int numbers = steps / epoch * layer.size() * layer.inputs();
        for (String variable : variables(layer, e)) {
          learned.add(
              new Learned(
                  epoch,
                  engines.get(e),
                  Names.learned(trial, l, e, variable),
                  variable,
                  layer,
                  new int[numbers]));
        }
      }
    }
    return learned;
  }

  /** Lava's names of weights and delay variables. */
  static final String WEIGHTS = "weights";

  static final String DELAYS = "tag_2";

  static final String TAGS = "tag_1";

  /** What the rule of synapses changes, by Lava's names. */
  static List<String> variables(ImageLayer layer, int engine) {
    List<String> variables = new ArrayList<>(List.of(WEIGHTS));
    if (engine == 0 && ImageKeys.line(layer, ImageKeys.PLASTIC_DD).isPresent()) {
      variables.add(DELAYS);
    }
    if (engine == 0 && ImageKeys.line(layer, ImageKeys.PLASTIC_DT).isPresent()) {
      variables.add(TAGS);
    }
    return variables;
  }

  /** Spikes as 0 and 1, {@code [step][neuron]}. */
  static NpyArray raster(String name, SpikeRaster raster) {
    byte[] bits = new byte[Math.multiplyExact(raster.steps(), raster.neurons())];
    for (int t = 0; t < raster.steps(); t++) {
      for (int n = 0; n < raster.neurons(); n++) {
        bits[t * raster.neurons() + n] = (byte) (raster.get(t, n) ? 1 : 0);
      }
    }
    return NpyArray.bytes(name, bits, raster.steps(), raster.neurons());
  }
}
