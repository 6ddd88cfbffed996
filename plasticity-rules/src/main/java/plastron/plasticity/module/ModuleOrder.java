package plastron.plasticity.module;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** In which order the modules of a network take their step. */
public final class ModuleOrder {

  private ModuleOrder() {}

  /**
   * Indices of all modules, each after those that it reads; as declared where that leaves a choice.
   *
   * @throws IllegalArgumentException if modules read each other in a circle
   */
  public static int[] of(List<RateModule> modules) {
    List<Integer> order = new ArrayList<>();
    Set<String> known = new HashSet<>();
    while (order.size() < modules.size()) {
      int next = next(modules, order, known);
      if (next < 0) {
        throw new IllegalArgumentException(
            "Modules (%s) read each other in a circle within one window, expected an order in which each comes after those that it reads."
                .formatted(
                    modules.stream()
                        .map(RateModule::name)
                        .filter(n -> !known.contains(n))
                        .toList()));
      }
      order.add(next);
      known.add(modules.get(next).name());
    }
    return order.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int next(List<RateModule> modules, List<Integer> order, Set<String> known) {
    for (int m = 0; m < modules.size(); m++) {
      boolean ready =
          modules.get(m).inputs().values().stream()
              .flatMap(List::stream)
              .noneMatch(
                  input ->
                      input instanceof ModuleInput.OfModule(String other)
                          && !known.contains(other));
      if (ready && !order.contains(m)) {
        return m;
      }
    }
    return -1;
  }
}
