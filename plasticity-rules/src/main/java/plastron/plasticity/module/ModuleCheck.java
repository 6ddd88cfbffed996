package plastron.plasticity.module;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import plastron.core.check.Require;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.plasticity.rate.program.Port;

/** Refuses modules that have no meaning in their network. */
public final class ModuleCheck {

  private ModuleCheck() {}

  /**
   * Throws {@link IllegalArgumentException} if a name stands twice, an input has other values than
   * what it reads, or modules read each other in a circle.
   */
  public static void check(List<Population> populations, List<RateModule> modules) {
    Set<String> names = new HashSet<>(populations.stream().map(Population::name).toList());
    Map<String, Integer> widths = new HashMap<>();
    for (RateModule module : modules) {
      if (!names.add(module.name())) {
        throw new IllegalArgumentException(
            "Module name (%s) is used twice, expected one that no population and no other module has."
                .formatted(module.name()));
      }
      widths.put(module.name(), module.width());
    }
    for (RateModule module : modules) {
      for (Port port : module.block().program().inputs()) {
        List<ModuleInput> read = Objects.requireNonNull(module.inputs().get(port.name()));
        String subject = "Input %s of module %s".formatted(port.name(), module.name());
        int width = read.stream().mapToInt(i -> width(subject, i, populations, widths)).sum();
        if (width != port.quantity().columns()) {
          throw new IllegalArgumentException(
              "%s (%d values, %s) must have the %d that block %s takes."
                  .formatted(
                      subject,
                      width,
                      read.stream().map(ModuleInput::label).toList(),
                      port.quantity().columns(),
                      module.block().kind()));
        }
      }
    }
    ModuleOrder.of(modules);
  }

  private static int width(
      String subject,
      ModuleInput input,
      List<Population> populations,
      Map<String, Integer> widths) {
    return switch (input) {
      case ModuleInput.OfPopulation(String name) -> {
        List<String> names = populations.stream().map(Population::name).toList();
        Require.oneOf("Population of " + subject, name, names);
        Population population = populations.get(names.indexOf(name));
        if (population.neuron() instanceof Neuron.LeakyIntegrator) {
          throw new IllegalArgumentException(
              "%s reads the rates of population (%s), which never spikes."
                  .formatted(subject, name));
        }
        yield population.size();
      }
      case ModuleInput.OfSignal(String name, int width) -> {
        if (widths.containsKey(name)) {
          throw new IllegalArgumentException(
              "%s reads signal (%s) from outside, which a module gives. Maybe read the module."
                  .formatted(subject, name));
        }
        yield width;
      }
      case ModuleInput.OfModule(String name) -> {
        Require.oneOf("Module of " + subject, name, widths.keySet());
        yield Objects.requireNonNull(widths.get(name));
      }
    };
  }
}
