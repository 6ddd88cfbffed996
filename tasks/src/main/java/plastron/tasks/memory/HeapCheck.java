package plastron.tasks.memory;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongToDoubleFunction;
import java.util.stream.Collectors;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.config.Configuration;

/** Refuses what does not fit into Java's heap, before any of it is taken, with a way out. */
public final class HeapCheck {

  private static final long GIB = 1L << 30;

  /** Bytes that the program takes besides, whatever it does. */
  private static final long PROGRAM = 16L << 20;

  /** What Java leaves to a program of the heap that it was told to have. */
  private static final double LEFT = 0.95;

  private final MemoryNeed need;
  private final long heap;
  private final long machine;

  /**
   * @param need what is about to be done
   * @param heap bytes of Java's heap
   * @param machine bytes of the machine's memory: a larger heap is not advised
   */
  HeapCheck(MemoryNeed need, long heap, long machine) {
    this.need = need;
    this.heap = heap;
    this.machine = machine;
  }

  /** A check for this process. */
  public static HeapCheck of(MemoryNeed need) {
    return new HeapCheck(need, Runtime.getRuntime().maxMemory(), machineMemory());
  }

  private static long machineMemory() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
  }

  /**
   * For a configuration that can still be changed.
   *
   * @throws BadInputException naming the settings that ask for too much memory, and values that do
   *     not
   */
  public void require(Configuration config) {
    if (!fits(config)) {
      List<SmallerSize> smaller = SmallerSize.of(config, this::fits);
      String subject =
          smaller.isEmpty()
              ? "Configuration (%s)".formatted(config.hash().substring(0, 8))
              : (smaller.size() == 1 ? "Setting " : "Settings ")
                  + smaller.stream().map(SmallerSize::met).collect(Collectors.joining(" and "));
      throw refusal(subject, config, smaller.stream().map(SmallerSize::instead).toList());
    }
  }

  /**
   * For a run, whose configuration is what it is.
   *
   * @throws BadInputException if what is about to be done with it asks for too much memory
   */
  public void require(Path run, Configuration config) {
    require("Run (%s)".formatted(run), config);
  }

  /**
   * For something whose configuration is what it is.
   *
   * @param subject what it is, for the error
   * @throws BadInputException if what is about to be done with it asks for too much memory
   */
  public void require(String subject, Configuration config) {
    if (!fits(config)) {
      throw refusal(subject, config, List.of());
    }
  }

  /**
   * For something that no configuration decides.
   *
   * @param subject what it is, for the error
   * @param bytes about how many it takes
   * @throws BadInputException if it asks for too much memory
   */
  public static void require(String subject, double bytes) {
    HeapCheck check = of((config, heap) -> bytes);
    if (PROGRAM + bytes > check.heap) {
      throw check.refusal(subject, heap -> bytes, List.of());
    }
  }

  private BadInputException refusal(String subject, Configuration config, List<String> instead) {
    return refusal(subject, heap -> need.bytes(config, heap), instead);
  }

  private BadInputException refusal(
      String subject, LongToDoubleFunction bytes, List<String> instead) {
    List<String> ways = new ArrayList<>();
    if (!instead.isEmpty()) {
      ways.add(String.join(" and ", instead));
    }
    largerHeap(bytes)
        .ifPresent(g -> ways.add("a larger heap: export PLASTRON_JAVA_OPTS=-Xmx%dg".formatted(g)));
    if (ways.isEmpty()) {
      ways.add("use a machine with more memory than this one's " + gibibytes((double) machine));
    }
    return new BadInputException(
        "%s: about %s of memory would be needed, Java's heap has %s."
            .formatted(
                subject, gibibytes(PROGRAM + bytes.applyAsDouble(heap)), gibibytes((double) heap)),
        "Maybe %s".formatted(String.join(", or ", ways)));
  }

  private boolean fits(Configuration config) {
    return PROGRAM + need.bytes(config, heap) <= heap;
  }

  /** The least heap in GiB that would do, if the machine has so much. */
  private Optional<Long> largerHeap(LongToDoubleFunction bytes) {
    for (long g = heap / GIB + 1; g * GIB <= machine; g++) {
      long left = (long) (LEFT * g * GIB);
      if (PROGRAM + bytes.applyAsDouble(left) <= left) {
        return Optional.of(g);
      }
    }
    return Optional.empty();
  }

  private static String gibibytes(double bytes) {
    return String.format(Locale.ROOT, "%.2f GiB", bytes / GIB);
  }
}
