package plastron.spinnaker.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plastron.export.image.BrokenImageException;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageCore;
import plastron.export.image.ImageLayer;
import plastron.plasticity.expr.Axis;
import plastron.spinnaker.emulator.LifParameters;
import plastron.spinnaker.fixed.Register;
import plastron.spinnaker.plasticity.Decay;
import plastron.spinnaker.plasticity.KernelCoefficients;
import plastron.spinnaker.plasticity.KernelShifts;
import plastron.spinnaker.plasticity.LayerNumbers;
import plastron.spinnaker.plasticity.PlasticKernel;
import plastron.spinnaker.plasticity.PostFactor;
import plastron.spinnaker.plasticity.PreFactor;
import plastron.spinnaker.plasticity.Prediction;

/** Reads the layers of a chip image and holds every number against its range. */
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
    require("inputs", image.inputs(), 1, Integer.MAX_VALUE);
    require("update interval", image.updateInterval(), 1, RateProgram.MAX_STEPS);
    require("layers", image.layers().size(), 1, Integer.MAX_VALUE);
    sizes.add(image.inputs());
    for (ImageLayer layer : image.layers()) {
      if (layer.inputs() != sizes.getLast() || layer.size() < 1) {
        throw new BrokenImageException(
            "Layer %s has (%d) inputs and (%d) neurons, expected %d and at least 1."
                .formatted(layer.name(), layer.inputs(), layer.size(), sizes.getLast()));
      }
      sizes.add(layer.size());
    }
    checkCores();
    List<LoadedLayer> loaded = new ArrayList<>();
    for (int l = 0; l < image.layers().size(); l++) {
      loaded.add(layer(l));
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

  /** Every neuron is on one core, and there are no cores for layers that are not here. */
  private void checkCores() {
    int[] placed = new int[image.layers().size()];
    for (ImageCore core : image.cores()) {
      require("layer of a core", core.layer(), 0, placed.length - 1);
      require("first neuron of a core", core.from(), placed[core.layer()], placed[core.layer()]);
      require(
          "neurons of a core up to",
          core.to(),
          core.from() + 1,
          image.layers().get(core.layer()).size());
      placed[core.layer()] = core.to();
    }
    for (int l = 0; l < placed.length; l++) {
      int size = image.layers().get(l).size();
      require(
          "neurons of %s on cores".formatted(image.layers().get(l).name()), placed[l], size, size);
    }
  }

  private LoadedLayer layer(int index) {
    ImageLayer layer = image.layers().get(index);
    LayerReader reader = new LayerReader(layer);
    int[][] weights = reader.array("W", layer.inputs(), layer.size());
    reader.register(Register.SPIKES_PER_STEP);
    return new LoadedLayer(
        layer.name(),
        layer.inputs(),
        layer.size(),
        neuron(reader),
        reader.register(Register.RING_SHIFT),
        weights,
        reader.step("weight_lsb"),
        layer.program().isEmpty()
            ? Optional.empty()
            : Optional.of(learning(reader, index, weights)));
  }

  private static LifParameters neuron(LayerReader reader) {
    int tauSyn = reader.register(Register.TAU_SYN);
    int tauM = reader.register(Register.TAU_M);
    int cM = reader.register(Register.C_M);
    if (((long) tauM << 15) / cM > Integer.MAX_VALUE) {
      throw new BrokenImageException(
          "Numbers tau_m and c_m of layer %s (%d, %d) must have a quotient below 65536."
              .formatted(reader.layer().name(), tauM, cM));
    }
    return new LifParameters(
        0,
        0,
        cM,
        tauM,
        reader.register(Register.I_OFFSET),
        0,
        reader.register(Register.T_REFRACT),
        0,
        reader.register(Register.TIME_STEP),
        reader.register(Register.V_THRESH),
        tauSyn,
        0,
        tauSyn,
        0,
        1);
  }

  private LoadedLayer.Learning learning(LayerReader reader, int index, int[][] weights) {
    ImageLayer layer = reader.layer();
    PlasticKernel kernel =
        new PlasticKernel(
            reader.choice("post", PostFactor.class),
            reader.choice("pre", PreFactor.class),
            reader.choice("prediction", Prediction.class),
            reader.choice("decay", Decay.class));
    int modulator = modulator(reader, kernel);
    int modulators = modulator < 0 ? 0 : sizes.get(modulator);
    int low = reader.register(Register.E_LOW);
    int high = reader.register(Register.E_HIGH);
    if (low > high) {
      throw new BrokenImageException(
          "Numbers e_low and e_high of layer %s (%d, %d) must be ordered."
              .formatted(layer.name(), low, high));
    }
    LayerProgram.Plastic program =
        new LayerProgram.Plastic(
            kernel,
            new KernelCoefficients(
                reader.register(Register.ETA),
                reader.register(Register.GAIN),
                reader.register(Register.ETA_PHI),
                reader.register(Register.ETA_THETA)),
            shifts(reader),
            low,
            high,
            reader.register(Register.E_BOUNDS_OWN) == 1,
            rates(reader),
            modulator,
            modulators,
            modulating(modulator, index));
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

  private static Optional<Axis> modulating(int modulator, int index) {
    if (modulator < 0) {
      return Optional.empty();
    }
    return Optional.of(
        modulator == index ? Axis.PRE : modulator == index + 1 ? Axis.POST : Axis.MODULATOR);
  }

  private int modulator(LayerReader reader, PlasticKernel kernel) {
    int modulator = reader.register(Register.MODULATOR);
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

  private static KernelShifts shifts(LayerReader reader) {
    return new KernelShifts(
        reader.register(Register.SHIFT_MODULATOR),
        reader.register(Register.SHIFT_POST),
        reader.register(Register.SHIFT_PREDICTION),
        reader.register(Register.SHIFT_PRE),
        reader.register(Register.SHIFT_GAIN),
        reader.register(Register.SHIFT_PREDICTED),
        reader.register(Register.SHIFT_LOSS),
        reader.register(Register.SHIFT_OWN),
        reader.register(Register.SHIFT_GOAL),
        reader.register(Register.SHIFT_PHI),
        reader.register(Register.SHIFT_THETA),
        reader.register(Register.SHIFT_WEIGHT));
  }

  private static RateProgram rates(LayerReader reader) {
    RateProgram program =
        new RateProgram(
            reader.choice("rates", COUNTED_OR_TRACED).equals("TRACED"),
            reader.register(Register.RATE_UNIT),
            reader.register(Register.RATE_SHIFT),
            reader.register(Register.TRACE_DECAY),
            reader.register(Register.TRACE_IMPULSE));
    if (program.largestTrace() > Integer.MAX_VALUE) {
      throw new BrokenImageException(
          "Numbers trace_decay and trace_impulse of layer %s (%d, %d) let a trace grow past 32 bits."
              .formatted(reader.layer().name(), program.decay(), program.impulse()));
    }
    return program;
  }
}
