package plastron.loihi.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import plastron.export.diagnostic.Diagnostics;
import plastron.export.fixedpoint.ArrayParts;
import plastron.export.fixedpoint.QuantizedArray;
import plastron.export.image.BrokenImageException;
import plastron.export.image.ImageLayer;
import plastron.export.stage.MappedModel;
import plastron.export.stage.Outline;
import plastron.export.stage.PlacedModel;
import plastron.export.stage.QuantizedLayer;
import plastron.loihi.chip.LoihiChip;
import plastron.loihi.neuron.NeuronProgram;
import plastron.loihi.neuron.ProcessorLoad;
import plastron.loihi.neuron.Statement;
import plastron.loihi.program.ChipTraces;
import plastron.loihi.program.LoihiProgram;
import plastron.loihi.program.NeuronNumbers;
import plastron.loihi.program.PlasticProgram;
import plastron.loihi.program.Reward;
import plastron.loihi.program.TraceScale;
import plastron.loihi.rule.MicrocodeRule;
import plastron.loihi.rule.Variable;
import plastron.loihi.run.ImageKeys;
import plastron.loihi.run.RegisterCheck;

/**
 * Puts a placed model into the numbers that the chip is loaded with. Long, because every part of a
 * layer's program says here what an image holds of it and what a user has to know.
 */
final class Lowering {

  private Lowering() {}

  static MappedModel lower(
      PlacedModel<LoihiProgram> model, LoihiChip chip, Diagnostics diagnostics) {
    List<ImageLayer> layers = new ArrayList<>();
    for (QuantizedLayer<LoihiProgram> layer : model.source().layers()) {
      if (layer.program().plastic().isPresent()) {
        diagnostics.warn(
            "L-RESET",
            "layer " + layer.name(),
            "traces are zero at the start of an episode: the host or an embedded processor writes"
                + " the reset list then.",
            "");
      }
      Outline outline = model.source().outline();
      Optional<ProcessorLoad> load =
          layer
              .program()
              .plastic()
              .flatMap(PlasticProgram::neurons)
              .filter(program -> chip.isAssisted())
              .map(program -> ProcessorLoad.of(program, layer.to(), outline.sizes()));
      load.ifPresent(l -> report(l, layer.name(), outline.updateInterval(), diagnostics));
      layer
          .program()
          .plastic()
          .flatMap(PlasticProgram::reward)
          .ifPresent(reward -> report(reward, layer, model, diagnostics));
      ImageLayer lowered = layer(layer, load, List.copyOf(outline.signals().keySet()));
      check(lowered, model, chip, diagnostics);
      layers.add(lowered);
    }
    return new MappedModel(layers, Map.of());
  }

  private static void report(
      ProcessorLoad load, String layer, int interval, Diagnostics diagnostics) {
    diagnostics.warn(
        "L-ASSIST",
        "layer " + layer,
        "in every step the embedded processors read %d spike counters and %d currents, at every update (%d steps) they form %d products and write %d post traces%s; the cores wait for them, which takes time and energy that the emulator does not count."
            .formatted(
                load.counters(),
                load.currents(),
                interval,
                load.products(),
                load.writes(),
                trails(load)),
        "Maybe export to loihi2, whose neurons do this themselves.");
  }

  private static void report(
      Reward reward,
      QuantizedLayer<LoihiProgram> layer,
      PlacedModel<LoihiProgram> model,
      Diagnostics diagnostics) {
    long cores =
        model.placements().stream().filter(p -> p.slice().population() == layer.to()).count();
    diagnostics.warn(
        "L-REWARD",
        "layer " + layer.name(),
        String.format(
            Locale.ROOT,
            "the modulator is the reward trace r1 of %d %s, -127 to 127 in steps of %.3g, %s; that"
                + " it has 7 bits and a sign, that a core has one and how it decays is not public"
                + " and assumed. NxSDK has it, Lava does not.",
            cores,
            Rewards.of(reward, layer, layer.size()) == 1
                ? (cores == 1 ? "core" : "cores")
                : "cores, since neurons share a core only with the same modulator",
            reward.unit(),
            switch (reward.source()) {
              case Reward.Host host -> "which the host writes at every update";
              case Reward.Spikes spikes ->
                  "to which every spike of %s adds its value, as reward spikes do"
                      .formatted(model.source().outline().populations().get(spikes.population()));
            }),
        "");
  }

  private static String trails(ProcessorLoad load) {
    return load.trails() == 0 ? "" : ", and %d in every step".formatted(load.trails());
  }

  /** What is loaded is held against the same table as what is read from a file. */
  private static void check(
      ImageLayer layer, PlacedModel<LoihiProgram> model, LoihiChip chip, Diagnostics diagnostics) {
    Outline outline = model.source().outline();
    try {
      new RegisterCheck(layer, outline.sizes(), outline.signals(), outline.updateInterval(), chip)
          .require();
    } catch (BrokenImageException e) {
      diagnostics.refuse(
          "L-REGISTER",
          "layer " + layer.name(),
          String.valueOf(e.getMessage()),
          "Maybe train with --hardware %s.".formatted(chip.name()));
    }
  }

  private static ImageLayer layer(
      QuantizedLayer<LoihiProgram> layer, Optional<ProcessorLoad> load, List<String> signals) {
    Map<String, Long> integers = new TreeMap<>();
    load.ifPresent(
        l -> {
          integers.put(ImageKeys.PROCESSOR + "counters_per_step", l.counters());
          integers.put(ImageKeys.PROCESSOR + "currents_per_step", l.currents());
          integers.put(ImageKeys.PROCESSOR + "products_per_update", l.products());
          integers.put(ImageKeys.PROCESSOR + "writes_per_update", l.writes());
          if (l.trails() > 0) {
            integers.put(ImageKeys.PROCESSOR + "writes_per_step", l.trails());
          }
        });
    Map<String, Double> reals = new TreeMap<>();
    NeuronNumbers neurons = layer.program().neurons();
    integers.put(ImageKeys.DU, (long) neurons.du());
    integers.put(ImageKeys.DV, (long) neurons.dv());
    integers.put(ImageKeys.VTH, (long) neurons.vth());
    integers.put(ImageKeys.BIAS_MANTISSA, (long) neurons.biasMantissa());
    integers.put(ImageKeys.BIAS_EXPONENT, (long) neurons.biasExponent());
    for (int g = 0; g < neurons.staticExponents().size(); g++) {
      integers.put(
          ArrayParts.name(ImageKeys.STATIC_EXPONENT, g), (long) neurons.staticExponents().get(g));
    }
    reals.put(ImageKeys.VOLTAGE_UNIT, neurons.voltageUnit());
    List<String> program = new ArrayList<>();
    List<String> reset = new ArrayList<>(List.of("u", "v"));
    layer
        .program()
        .plastic()
        .ifPresent(
            plastic -> {
              integers.put(ImageKeys.PLASTIC_EXPONENT, (long) neurons.plasticExponent());
              plastic(plastic, integers, reals, program, reset);
              plastic.neurons().ifPresent(p -> host(p, signals, reset));
              plastic.reward().ifPresent(r -> host(r, signals, reset));
            });
    List<QuantizedArray> arrays = new ArrayList<>();
    List<String> weights =
        ArrayParts.of(layer.arrays(), LoihiProgram.STATIC_WEIGHTS).stream()
            .map(QuantizedArray::name)
            .toList();
    for (QuantizedArray array : layer.arrays()) {
      // Mixed weights of 8 bits are even.
      arrays.add(weights.contains(array.name()) ? array.stored(2, 0) : stored(array, layer));
    }
    layer
        .program()
        .plastic()
        .filter(p -> p.delayOffset() > 0 && !layer.hasArray(LoihiProgram.DELAY))
        .ifPresent(p -> arrays.add(zeros(layer, p.delayOffset())));
    return new ImageLayer(
        layer.name(),
        layer.from(),
        layer.to(),
        layer.inputs(),
        layer.size(),
        layer.rule(),
        program,
        integers,
        reals,
        arrays,
        reset);
  }

  private static void plastic(
      PlasticProgram plastic,
      Map<String, Long> integers,
      Map<String, Double> reals,
      List<String> program,
      List<String> reset) {
    integers.put(ImageKeys.EPOCH, (long) plastic.epoch());
    integers.put(ImageKeys.THIRD_FACTOR, plastic.thirdFactor() ? 1L : 0L);
    for (Variable trace : ChipTraces.ALL) {
      TraceScale scale = plastic.traces().of(trace);
      if (ImageKeys.ALWAYS.contains(trace) || !scale.isOff()) {
        ImageKeys.put(integers, trace.symbol(), scale);
        reals.put(trace.symbol() + "_unit", scale.unit());
        if (scale.shown() != 1) {
          reals.put(trace.symbol() + ImageKeys.SHOWN, scale.shown());
        }
      }
    }
    reals.put(ImageKeys.PLASTIC_UNIT, plastic.unit());
    reals.put(ImageKeys.ACCUMULATOR_UNIT, plastic.accumulatorUnit());
    reals.put(ImageKeys.ALPHA, plastic.alpha());
    if (!Double.isInfinite(plastic.bound())) {
      reals.put(ImageKeys.STATE_BOUND, plastic.bound());
    }
    MicrocodeRule rule = plastic.rule();
    rule.dw().ifPresent(series -> program.add(ImageKeys.PLASTIC_DW + rule.print(series)));
    rule.dd().ifPresent(series -> program.add(ImageKeys.PLASTIC_DD + rule.print(series)));
    rule.dt().ifPresent(series -> program.add(ImageKeys.PLASTIC_DT + rule.print(series)));
    plastic
        .accumulator()
        .ifPresent(
            own ->
                own.dw()
                    .ifPresent(
                        series -> program.add(ImageKeys.ACCUMULATOR_DW + own.print(series))));
    plastic
        .neurons()
        .ifPresent(p -> p.print().forEach(line -> program.add(ImageKeys.NEURON + line)));
    reset.addAll(List.of("w_plastic", "x1", "x2", "y1", "y2", "y3"));
    plastic.reward().ifPresent(reward -> reward(reward, reals, program, reset));
    if (rule.dd().isPresent()) {
      reset.add(LoihiProgram.DELAY);
    }
    if (rule.dt().isPresent()) {
      reset.add(LoihiProgram.TAG);
    }
    if (plastic.accumulator().isPresent()) {
      reset.add("w_accumulator");
    }
    if (plastic.neurons().isPresent()) {
      reset.add("neuron registers");
    }
  }

  private static void host(NeuronProgram program, List<String> signals, List<String> reset) {
    for (Statement statement : program.statements()) {
      if (statement instanceof Statement.Host host) {
        reset.add("signal %s, host-written".formatted(signals.get(host.signal())));
      }
    }
  }

  private static void host(Reward reward, List<String> signals, List<String> reset) {
    if (reward.source() instanceof Reward.Host host) {
      reset.add("signal %s, host-written".formatted(signals.get(host.signal())));
    }
  }

  private static void reward(
      Reward reward, Map<String, Double> reals, List<String> program, List<String> reset) {
    program.add(ImageKeys.REWARD + reward.source());
    reals.put(ImageKeys.REWARD_UNIT, reward.unit());
    reset.add(Variable.R1.symbol());
  }

  /** As the chip stores it: the delay variable is unsigned. */
  private static QuantizedArray stored(QuantizedArray array, QuantizedLayer<LoihiProgram> layer) {
    return switch (array.name()) {
      case LoihiProgram.DELAY, LoihiProgram.ACCUMULATOR_DELAY ->
          array.stored(1, layer.program().plastic().orElseThrow().delayOffset());
      default -> array;
    };
  }

  private static QuantizedArray zeros(QuantizedLayer<LoihiProgram> layer, int offset) {
    int[][] delays = new int[layer.inputs()][layer.size()];
    for (int[] row : delays) {
      Arrays.fill(row, offset);
    }
    return QuantizedArray.exact(LoihiProgram.DELAY, delays);
  }
}
