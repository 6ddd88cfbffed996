package plastron.spinnaker.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plastron.export.image.BrokenImageException;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageCheck;
import plastron.export.image.ImageCore;
import plastron.export.image.ImageLayer;
import plastron.export.image.ImagePopulation;
import plastron.plasticity.expr.Axis;
import plastron.spinnaker.emulator.CurrentLifParameters;
import plastron.spinnaker.fixed.SpinnakerRegister;
import plastron.spinnaker.plasticity.KernelCoefficients;
import plastron.spinnaker.plasticity.KernelShifts;
import plastron.spinnaker.plasticity.LayerNumbers;
import plastron.spinnaker.plasticity.PlasticKernel;
import plastron.spinnaker.plasticity.PostFactor;
import plastron.spinnaker.plasticity.PreFactor;
import plastron.spinnaker.plasticity.Prediction;
import plastron.spinnaker.plasticity.TraceLoss;

/**
 * Reads the layers of a chip image and holds every number against its range. Long, because that is
 * a number a line.
 */
public final class ImageReader {

  private static final List<String> COUNTED_OR_TRACED = List.of("COUNTED", "TRACED");

  private final ChipImage image;
  private final List<Integer> sizes = new ArrayList<>();

  private ImageReader(ChipImage image) {
    this.image = image;
  }

  /**
   * All layers.
   *
   * @throws BrokenImageException if something is missing or out of its range
   */
  public static List<LoadedLayer> read(ChipImage image) {
    return new ImageReader(image).layers();
  }

  private List<LoadedLayer> layers() {
    require("update interval", image.updateInterval(), 1, RateProgram.MAX_STEPS);
    ImageCheck.requireNetwork(image);
    sizes.addAll(image.sizes());
    checkCores();
    List<LoadedLayer> loaded = new ArrayList<>();
    for (ImageLayer layer : image.layers()) {
      loaded.add(layer(layer));
    }
    for (LoadedLayer layer : loaded) {
      shared(layer, loaded.stream().filter(l -> l.to() == layer.to()).findFirst().orElseThrow());
    }
    return loaded;
  }

  private void require(String what, int value, int low, int high) {
    if (value < low || value > high) {
      throw new BrokenImageException(
          "Chip image of %s: %s (%d) must lie within %d to %d."
              .formatted(image.model(), what, value, low, high));
    }
  }

  /** Layers that lead to the same neurons say the same of them. */
  private static void shared(LoadedLayer layer, LoadedLayer first) {
    if (!layer.neuron().equals(first.neuron())
        || layer.ringShift() != first.ringShift()
        || layer.weightStep() != first.weightStep()) {
      throw new BrokenImageException(
          "Neurons of layer %s (%s, ring shift %d, weights in steps of %s) must be those of layer %s (%s, %d, %s)."
              .formatted(
                  layer.name(),
                  layer.neuron(),
                  layer.ringShift(),
                  layer.weightStep(),
                  first.name(),
                  first.neuron(),
                  first.ringShift(),
                  first.weightStep()));
    }
  }

  /** Every neuron that computes is on one core, and there are no cores for others. */
  private void checkCores() {
    int[] placed = new int[sizes.size()];
    for (ImageCore core : image.cores()) {
      int p = core.population();
      require("population of a core", p, 0, placed.length - 1);
      require("layers of a core's population", image.into(p).size(), 1, Integer.MAX_VALUE);
      require("first neuron of a core", core.from(), placed[p], placed[p]);
      require("neurons of a core up to", core.to(), core.from() + 1, sizes.get(p));
      placed[p] = core.to();
    }
    for (int p = 0; p < placed.length; p++) {
      ImagePopulation population = image.populations().get(p);
      int expected = population.isSource() ? 0 : population.size();
      require("neurons of %s on cores".formatted(population.name()), placed[p], expected, expected);
    }
  }

  private LoadedLayer layer(ImageLayer layer) {
    LayerReader reader = new LayerReader(layer);
    int[][] weights = reader.array("W", layer.inputs(), layer.size());
    reader.register(SpinnakerRegister.SPIKES_PER_STEP);
    return new LoadedLayer(
        layer.name(),
        layer.from(),
        layer.to(),
        layer.inputs(),
        layer.size(),
        neuron(reader),
        reader.register(SpinnakerRegister.RING_SHIFT),
        weights,
        reader.step("weight_lsb"),
        layer.program().isEmpty() ? Optional.empty() : Optional.of(learning(reader, weights)));
  }

  private static CurrentLifParameters neuron(LayerReader reader) {
    int tauSyn = reader.register(SpinnakerRegister.TAU_SYN);
    int tauM = reader.register(SpinnakerRegister.TAU_M);
    int cM = reader.register(SpinnakerRegister.C_M);
    if (((long) tauM << 15) / cM > Integer.MAX_VALUE) {
      throw new BrokenImageException(
          "Numbers tau_m and c_m of layer %s (%d, %d) must have a quotient below 65536."
              .formatted(reader.layer().name(), tauM, cM));
    }
    return new CurrentLifParameters(
        0,
        0,
        cM,
        tauM,
        reader.register(SpinnakerRegister.I_OFFSET),
        0,
        reader.register(SpinnakerRegister.T_REFRACT),
        0,
        reader.register(SpinnakerRegister.TIME_STEP),
        reader.register(SpinnakerRegister.V_THRESH),
        tauSyn,
        0,
        tauSyn,
        0,
        1);
  }

  private LoadedLayer.Learning learning(LayerReader reader, int[][] weights) {
    ImageLayer layer = reader.layer();
    PlasticKernel kernel =
        new PlasticKernel(
            reader.choice("post", PostFactor.class),
            reader.choice("pre", PreFactor.class),
            reader.choice("prediction", Prediction.class),
            reader.choice("decay", TraceLoss.class));
    int modulator = modulator(reader, kernel);
    int signal = signal(reader, kernel);
    int modulators = modulator < 0 ? 0 : sizes.get(modulator);
    int low = reader.register(SpinnakerRegister.E_LOW);
    int high = reader.register(SpinnakerRegister.E_HIGH);
    if (low > high) {
      throw new BrokenImageException(
          "Numbers e_low and e_high of layer %s (%d, %d) must be ordered."
              .formatted(layer.name(), low, high));
    }
    SpinnakerProgram.Plastic program =
        new SpinnakerProgram.Plastic(
            kernel,
            new KernelCoefficients(
                reader.register(SpinnakerRegister.ETA),
                reader.register(SpinnakerRegister.GAIN),
                reader.register(SpinnakerRegister.ETA_PHI),
                reader.register(SpinnakerRegister.ETA_THETA)),
            shifts(reader),
            low,
            high,
            reader.register(SpinnakerRegister.E_BOUNDS_OWN) == 1,
            rates(reader),
            modulator,
            modulators,
            modulating(modulator, layer),
            signal,
            signal < 0 ? 0 : reader.register(SpinnakerRegister.SIGNAL_EXPONENT));
    LayerNumbers numbers =
        new LayerNumbers(
            layer.hasArray("psi")
                ? reader.array("psi", 1, layer.inputs())[0]
                : new int[layer.inputs()],
            weights,
            reader.array("alpha", layer.inputs(), layer.size()),
            modulator < 0 ? new int[0][] : reader.array("W_m", modulators, layer.size()),
            low,
            high);
    return new LoadedLayer.Learning(program, numbers);
  }

  private static Optional<Axis> modulating(int modulator, ImageLayer layer) {
    if (modulator < 0) {
      return Optional.empty();
    }
    return Optional.of(
        modulator == layer.to()
            ? Axis.POST
            : modulator == layer.from() ? Axis.PRE : Axis.MODULATOR);
  }

  private int modulator(LayerReader reader, PlasticKernel kernel) {
    int modulator = reader.register(SpinnakerRegister.MODULATOR);
    if (modulator >= sizes.size() || kernel.modulated() != modulator >= 0) {
      throw new BrokenImageException(
          "Number modulator of layer %s (%d) must be %s."
              .formatted(
                  reader.layer().name(),
                  modulator,
                  kernel.modulated() ? "a population, 0 to " + (sizes.size() - 1) : "-1"));
    }
    return modulator;
  }

  private int signal(LayerReader reader, PlasticKernel kernel) {
    int signal = reader.register(SpinnakerRegister.SIGNAL);
    List<Integer> values = List.copyOf(image.signals().values());
    boolean written = kernel.post() == PostFactor.HOST_MODULATED_RATE;
    if (signal >= values.size() || written != signal >= 0) {
      throw new BrokenImageException(
          "Number signal of layer %s (%d) must be %s."
              .formatted(
                  reader.layer().name(),
                  signal,
                  written ? "one of the image's %d signals".formatted(values.size()) : "-1"));
    }
    if (written && values.get(signal) != 1 && values.get(signal) != reader.layer().size()) {
      throw new BrokenImageException(
          "Signal %d of layer %s (%d values) must have 1 or %d."
              .formatted(signal, reader.layer().name(), values.get(signal), reader.layer().size()));
    }
    return signal;
  }

  private static KernelShifts shifts(LayerReader reader) {
    return new KernelShifts(
        reader.register(SpinnakerRegister.SHIFT_MODULATOR),
        reader.register(SpinnakerRegister.SHIFT_POST),
        reader.register(SpinnakerRegister.SHIFT_PREDICTION),
        reader.register(SpinnakerRegister.SHIFT_PRE),
        reader.register(SpinnakerRegister.SHIFT_GAIN),
        reader.register(SpinnakerRegister.SHIFT_PREDICTED),
        reader.register(SpinnakerRegister.SHIFT_LOSS),
        reader.register(SpinnakerRegister.SHIFT_OWN),
        reader.register(SpinnakerRegister.SHIFT_GOAL),
        reader.register(SpinnakerRegister.SHIFT_PHI),
        reader.register(SpinnakerRegister.SHIFT_THETA),
        reader.register(SpinnakerRegister.SHIFT_WEIGHT));
  }

  private static RateProgram rates(LayerReader reader) {
    RateProgram program =
        new RateProgram(
            reader.choice("rates", COUNTED_OR_TRACED).equals("TRACED"),
            reader.register(SpinnakerRegister.RATE_UNIT),
            reader.register(SpinnakerRegister.RATE_SHIFT),
            reader.register(SpinnakerRegister.TRACE_DECAY),
            reader.register(SpinnakerRegister.TRACE_IMPULSE));
    if (program.largestTrace() > Integer.MAX_VALUE) {
      throw new BrokenImageException(
          "Numbers trace_decay and trace_impulse of layer %s (%d, %d) let a trace grow past 32 bits."
              .formatted(reader.layer().name(), program.decay(), program.impulse()));
    }
    return program;
  }
}
