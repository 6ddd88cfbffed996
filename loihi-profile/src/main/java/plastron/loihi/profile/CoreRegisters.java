package plastron.loihi.profile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plastron.export.fixedpoint.QuantizedArray;
import plastron.export.format.ImageJson;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageCore;
import plastron.export.image.ImageLayer;
import plastron.export.message.Sha256;
import plastron.loihi.arithmetic.SynapseMemory;
import plastron.loihi.chip.LoihiChip;
import plastron.loihi.chip.LoihiChips;
import plastron.loihi.neuron.NeuronProgram;
import plastron.loihi.neuron.Statement;
import plastron.loihi.program.LoihiProgram;
import plastron.loihi.program.Reward;
import plastron.loihi.program.SynapseLists;
import plastron.loihi.program.WeightFormat;
import plastron.loihi.rule.Variable;
import plastron.loihi.run.ImageKeys;
import plastron.loihi.run.StaticGroup;

/**
 * Everything that one core is loaded with, as a document. Single use. Long, because it names every
 * register of a core.
 */
final class CoreRegisters {

  /** How {@code sha256} of a core is made. */
  static final String CHECKSUM =
      "sha256 of a core: SHA-256 over all numbers of the tables weights, tags, delays and"
          + " parameters of the core, in the order of this file, 4 bytes each, little-endian";

  private final ChipImage image;
  private final ImageCore core;
  private final LoihiChip chip;
  private final List<Map<String, Object>> groups = new ArrayList<>();
  private final List<Map<String, Object>> profiles = new ArrayList<>();
  private final List<Map<String, Object>> programs = new ArrayList<>();
  private final List<int[]> ofSynapses = new ArrayList<>();
  private final List<int[]> ofNeurons = new ArrayList<>();

  CoreRegisters(ChipImage image, ImageCore core) {
    this.image = image;
    this.core = core;
    chip =
        LoihiChips.ALL.stream()
            .filter(c -> c.name().equals(image.profile()))
            .findFirst()
            .orElseThrow();
  }

  Map<String, Object> map() {
    List<ImageLayer> into = image.into(core.population());
    into.forEach(this::synapses);
    into.forEach(this::program);
    Map<String, Object> map = ImageJson.core(image, core);
    map.put("compartment_profiles", List.of(compartments(into.getFirst())));
    map.put("synapse_groups", groups);
    map.put("learning_profiles", profiles);
    map.put("neuron_programs", programs);
    map.put("reset", into.stream().flatMap(l -> l.reset().stream()).distinct().toList());
    map.put("sha256", checksum());
    return map;
  }

  /** All neurons of a core have the same. */
  private Map<String, Object> compartments(ImageLayer layer) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("compartments", neurons());
    for (String register :
        List.of(
            ImageKeys.DU,
            ImageKeys.DV,
            ImageKeys.VTH,
            ImageKeys.BIAS_MANTISSA,
            ImageKeys.BIAS_EXPONENT)) {
      map.put(register, layer.integer(register));
    }
    return map;
  }

  private int neurons() {
    return core.to() - core.from();
  }

  private void synapses(ImageLayer layer) {
    List<StaticGroup> statics = StaticGroup.of(layer);
    for (int g = 0; g < statics.size(); g++) {
      QuantizedArray weights = statics.get(g).weights();
      int bits = WeightFormat.of(weights).bits();
      SynapseLists lists =
          SynapseLists.of(StaticGroup.weights(layer), g, layer.inputs(), bits, neurons());
      Map<String, Object> fixed =
          group(layer, "static", layer.from(), bits, statics.get(g).exponent(), 1, 0, 0);
      fixed.put("axons", lists.axons());
      fixed.put("axon_slots", lists.axons());
      fixed.put("index_bits", lists.indexBits());
      fixed.put("memory_bits", lists.memoryBits());
      table(fixed, "weights", weights, ofSynapses);
    }
    if (!ImageKeys.isPlastic(layer)) {
      return;
    }
    int delays = layer.hasArray(LoihiProgram.DELAY) ? chip.delayBits() : 0;
    int tags = LoihiDemand.TAG_BITS;
    int exponent = layer.integer32(ImageKeys.PLASTIC_EXPONENT);
    Map<String, Object> plastic = learning(layer, "plastic", exponent, delays, tags);
    optional(plastic, "tags", layer, LoihiProgram.TAG);
    optional(plastic, "delays", layer, LoihiProgram.DELAY);
    if (ImageKeys.line(layer, ImageKeys.ACCUMULATOR_DW).isPresent()) {
      Map<String, Object> accumulator = learning(layer, "accumulator", 0, delays, 0);
      optional(accumulator, "delays", layer, LoihiProgram.ACCUMULATOR_DELAY);
    }
  }

  private Map<String, Object> learning(
      ImageLayer layer, String kind, int exponent, int delayBits, int tagBits) {
    Map<String, Object> group =
        group(
            layer,
            kind,
            layer.from(),
            LoihiDemand.WEIGHT_BITS,
            exponent,
            LoihiDemand.LEARNING_SLOTS,
            delayBits,
            tagBits);
    group.put("weights_at_start", 0);
    group.put("learning_profile", profiles.size());
    Map<String, Object> profile = new LinkedHashMap<>();
    profile.put("layer", layer.name());
    profile.put("t_epoch", layer.integer(ImageKeys.EPOCH));
    boolean own = kind.equals("plastic");
    String dw = own ? ImageKeys.PLASTIC_DW : ImageKeys.ACCUMULATOR_DW;
    profile.put("dw", ImageKeys.line(layer, dw).orElseThrow());
    Optional<String> dd = ImageKeys.line(layer, ImageKeys.PLASTIC_DD).filter(d -> own);
    dd.ifPresent(d -> profile.put("dd", d));
    Optional<String> dt = ImageKeys.line(layer, ImageKeys.PLASTIC_DT).filter(d -> own);
    dt.ifPresent(d -> profile.put("dt", d));
    boolean third = layer.integer(ImageKeys.THIRD_FACTOR) != 0;
    profile.put("post_traces_written_by_neurons", third);
    for (Variable trace : ImageKeys.traces(layer)) {
      if (!third || trace.axis() == Variable.Axis.PRE) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (String part : List.of("_impulse", "_impulse_fraction", "_decay_2_30")) {
          map.put(part.substring(1), layer.integer(trace.symbol() + part));
        }
        profile.put(trace.symbol(), map);
      }
    }
    ImageKeys.reward(layer).ifPresent(reward -> profile.put("r1", reward(reward, layer)));
    profiles.add(profile);
    return group;
  }

  private Map<String, Object> reward(Reward reward, ImageLayer layer) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("follows", reward.source().toString());
    map.put("unit", reward.unit());
    if (reward.source() instanceof Reward.Spikes) {
      table(map, "added", layer.array(LoihiProgram.REWARD), ofNeurons);
    }
    return map;
  }

  private Map<String, Object> group(
      ImageLayer layer,
      String kind,
      int from,
      int bits,
      int exponent,
      int slots,
      int delays,
      int tags) {
    int axons = image.sizes().get(from);
    Map<String, Object> group = new LinkedHashMap<>();
    group.put("layer", layer.name());
    group.put("kind", kind);
    group.put("from", image.populations().get(from).name());
    group.put("axons", axons);
    group.put("axon_slots", slots * axons);
    group.put("weight_bits", bits);
    group.put("sign_mode", "mixed");
    group.put("weight_exp", exponent);
    group.put("delay_bits", delays);
    group.put("tag_bits", tags);
    group.put("index_bits", 0);
    SynapseMemory memory = new SynapseMemory(bits, delays, tags, 0, SynapseLists.CHUNK);
    group.put("memory_bits", axons * memory.bitsPerAxon(neurons()));
    groups.add(group);
    return group;
  }

  private void program(ImageLayer layer) {
    List<String> statements = ImageKeys.statements(layer);
    if (statements.isEmpty()) {
      return;
    }
    Map<String, Object> parameters = new LinkedHashMap<>();
    for (Statement statement : NeuronProgram.parse(statements).statements()) {
      if (statement instanceof Statement.Gather gather) {
        Map<String, Object> graded =
            group(layer, "graded spikes", gather.population(), LoihiDemand.WEIGHT_BITS, 0, 1, 0, 0);
        graded.put("matrix", gather.matrix());
        table(graded, "weights", layer.array(gather.matrix()), ofSynapses);
      } else if (statement instanceof Statement.Load load) {
        table(parameters, load.array(), layer.array(load.array()), ofNeurons);
      }
    }
    Map<String, Object> program = new LinkedHashMap<>();
    program.put("layer", layer.name());
    program.put("needs_vendor_extension", true);
    program.put("statements", statements);
    program.put("parameters", parameters);
    programs.add(program);
  }

  private void optional(Map<String, Object> group, String name, ImageLayer layer, String array) {
    if (layer.hasArray(array)) {
      table(group, name, layer.array(array), ofSynapses);
    }
  }

  /**
   * The columns of an array that belong to the neurons of the core: all arrays have one a neuron.
   */
  private void table(
      Map<String, Object> into, String name, QuantizedArray array, List<int[]> numbers) {
    List<List<Integer>> rows = new ArrayList<>();
    for (int[] row : array.values()) {
      int[] own = Arrays.copyOfRange(row, core.from(), core.to());
      numbers.add(own);
      rows.add(Arrays.stream(own).boxed().toList());
    }
    into.put(name, rows);
  }

  private String checksum() {
    List<int[]> numbers = new ArrayList<>(ofSynapses);
    numbers.addAll(ofNeurons);
    int count = numbers.stream().mapToInt(row -> row.length).reduce(0, Math::addExact);
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.multiplyExact(Integer.BYTES, count))
            .order(ByteOrder.LITTLE_ENDIAN);
    for (int[] row : numbers) {
      Arrays.stream(row).forEach(bytes::putInt);
    }
    return Sha256.hex(bytes.array());
  }
}
