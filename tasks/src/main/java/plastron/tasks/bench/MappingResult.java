package plastron.tasks.bench;

import com.google.gson.JsonObject;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import plastron.core.run.Input;
import plastron.export.image.ChipImage;
import plastron.export.pipeline.ExportPipeline;
import plastron.export.pipeline.PassTimes;
import plastron.export.profile.ChipProfile;
import plastron.export.profile.ChipProfiles;
import plastron.export.stage.ExportOptions;
import plastron.plasticity.model.PlasticModel;
import plastron.tasks.cli.BadInputException;

/**
 * What it took to map a network.
 *
 * @param network what was mapped
 * @param chip to which chip
 * @param cores of it that the network takes
 * @param times of the passes
 * @param predicted MiB that compiling was said to take, with the network
 * @param peakHeap most MiB of Java's heap in use during compilation, with the network and what was
 *     not collected yet
 */
record MappingResult(
    MappedNetwork network,
    String chip,
    int cores,
    PassTimes times,
    double predicted,
    double peakHeap) {

  private static final double MEBIBYTE = 1 << 20;

  /** Maps a network. */
  static MappingResult measure(MappedNetwork network, String chip) {
    PlasticModel model = network.model();
    double predicted =
        model.graph().bytes() + ExportPipeline.bytes(model.graph(), MappedNetwork.STEPS);
    requireHeap(network, predicted / MEBIBYTE, Runtime.getRuntime().maxMemory() / MEBIBYTE);
    List<Input> examples = network.examples();
    heap().forEach(MemoryPoolMXBean::resetPeakUsage);
    PassTimes times = new PassTimes();
    ChipImage image = map(ChipProfiles.named(chip), model, examples, times);
    double peak = heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    return new MappingResult(
        network, chip, image.cores().size(), times, predicted / MEBIBYTE, peak / MEBIBYTE);
  }

  /** Refuses what does not fit before any of it is taken. */
  static void requireHeap(MappedNetwork network, double predicted, double heap) {
    if (predicted > heap) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "Network (%s): about %.0f MiB of memory would be needed, Java's heap has %.0f.",
              network.name(),
              predicted,
              heap),
          String.format(
              Locale.ROOT,
              "Maybe a larger heap: export PLASTRON_JAVA_OPTS=-Xmx%.0fg",
              Math.ceil(predicted / 900)));
    }
  }

  private static <R, P> ChipImage map(
      ChipProfile<R, P> chip, PlasticModel model, List<Input> examples, PassTimes times) {
    return ExportPipeline.to(chip).run(model, examples, ExportOptions.DEFAULT, times);
  }

  private static List<MemoryPoolMXBean> heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  String text() {
    String passes =
        times.seconds().entrySet().stream()
            .map(pass -> String.format(Locale.ROOT, "%s %.2f", pass.getKey(), pass.getValue()))
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "%s to %s: %.1f s, %.0f MiB predicted, %.0f MiB of heap at most, %d synapses on %d cores%n "
            + " seconds: %s",
        network.name(),
        chip,
        times.total(),
        predicted,
        peakHeap,
        network.synapses(),
        cores,
        passes);
  }

  JsonObject json() {
    JsonObject passes = new JsonObject();
    times.seconds().forEach(passes::addProperty);
    JsonObject result = new JsonObject();
    result.addProperty("network", network.name());
    result.addProperty("chip", chip);
    result.addProperty("synapses", network.synapses());
    result.addProperty("cores", cores);
    result.addProperty("total_s", times.total());
    result.add("passes_s", passes);
    result.addProperty("predicted_mib", predicted);
    result.addProperty("peak_heap_mib", peakHeap);
    return result;
  }
}
