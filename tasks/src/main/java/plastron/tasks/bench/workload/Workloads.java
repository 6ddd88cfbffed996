package plastron.tasks.bench.workload;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The workloads that {@code plastron bench training} knows. */
public final class Workloads {

  /**
   * Those with a name of their own; comparisons with other programs refer to these. The last two
   * are the same network with a rule of windows and one of single spikes.
   */
  public static final List<Workload> NAMED =
      List.of(
          Workload.described("ndp-oja-w10", "ndp-oja 40-64-2 T=400 batch=32 density=0.1 window=10"),
          Workload.described("ndp-oja-w5", "ndp-oja 40-64-2 T=400 batch=32 density=0.1 window=5"),
          Workload.described("ndp-oja-w1", "ndp-oja 40-64-2 T=400 batch=32 density=0.1 window=1"),
          Workload.described(
              "static-narrow", "static 40-64-2 T=400 batch=32 density=0.1 window=10"),
          Workload.described(
              "static-wide-1", "static 700-256-20 T=100 batch=32 density=0.01 window=10"),
          Workload.described(
              "static-wide-10", "static 700-256-20 T=100 batch=32 density=0.1 window=10"),
          Workload.described(
              "dp-linear-w10", "dp-linear 40-64-2 T=400 batch=32 density=0.1 window=10"),
          Workload.described("stdp-w10", "stdp 40-64-2 T=400 batch=32 density=0.1 window=10"));

  private Workloads() {}

  /** The names of {@link #NAMED}. */
  public static List<String> names() {
    return NAMED.stream().map(Workload::name).toList();
  }

  /**
   * One parameter at a time, away from a plastic and from a static network: shows how cost grows
   * with layer sizes, steps, batch, density and window.
   */
  public static List<Workload> sweep() {
    Set<String> descriptions = new LinkedHashSet<>();
    String plastic = "ndp-oja 40-%s-2 T=%s batch=%s density=%s window=%s";
    vary(descriptions, plastic, List.of("64", "400", "32", "0.1", "10"), PLASTIC);
    String fixed = "static 700-%s-20 T=%s batch=%s density=%s window=%s";
    vary(descriptions, fixed, List.of("256", "100", "32", "0.1", "10"), FIXED);
    descriptions.add("ndp-oja 160-64-2 T=400 batch=32 density=0.1 window=10");
    descriptions.add("ndp-oja 700-256-20 T=100 batch=32 density=0.1 window=10");
    return descriptions.stream().map(Workload::of).toList();
  }

  private static final List<List<String>> PLASTIC =
      List.of(
          List.of("16", "64", "256"),
          List.of("100", "400", "1600"),
          List.of("1", "8", "32", "128"),
          List.of("0.01", "0.1", "0.4"),
          List.of("1", "2", "5", "10", "20", "50"));

  private static final List<List<String>> FIXED =
      List.of(
          List.of("64", "256", "1024"),
          List.of("25", "100", "400"),
          List.of("1", "8", "32"),
          List.of("0.01", "0.03", "0.1", "0.3"),
          List.of("10", "50"));

  private static void vary(
      Set<String> out, String form, List<String> centre, List<List<String>> values) {
    for (int p = 0; p < centre.size(); p++) {
      for (String value : values.get(p)) {
        List<String> point = new ArrayList<>(centre);
        point.set(p, value);
        out.add(form.formatted(point.toArray()));
      }
    }
  }
}
