package plastron.tasks.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import plastron.core.network.Population;
import plastron.plasticity.module.ModuleBuilder;
import plastron.plasticity.module.RateModule;
import plastron.plasticity.rate.RateBlock;
import plastron.plasticity.rate.kind.DenseLayers;
import plastron.plasticity.rate.kind.Gru;
import plastron.plasticity.rate.kind.Lstm;
import plastron.plasticity.rate.kind.Rnn;
import plastron.plasticity.rate.program.Activation;
import plastron.tasks.config.NearestName;
import plastron.tasks.config.NetworkSection;
import plastron.tasks.config.NetworkSettings;

/**
 * Modules from their tables.
 *
 * @param tables of all modules
 * @param populations of the network
 * @param signals that the task gives, of one value each
 */
record DescribedModules(
    List<NetworkSection> tables, List<Population> populations, List<String> signals) {

  /** How many values everything has that can be read, by name. */
  Map<String, Integer> widths() {
    Map<String, Integer> widths = new LinkedHashMap<>();
    signals.forEach(signal -> widths.put(signal, 1));
    for (NetworkSection table : tables) {
      widths.put(table.name(), Math.toIntExact(table.require(NetworkSettings.UNITS)));
    }
    return widths;
  }

  /** The modules without their numbers. */
  List<RateModule> outlines() {
    List<RateModule> modules = new ArrayList<>();
    for (NetworkSection table : tables) {
      modules.add(outline(table));
    }
    return modules;
  }

  private RateModule outline(NetworkSection table) {
    Map<String, Integer> known = widths();
    populations.forEach(population -> known.put(population.name(), population.size()));
    int inputs = 0;
    for (String name : table.require(NetworkSettings.READS)) {
      if (!known.containsKey(name)) {
        throw NearestName.refusal(
            "Setting %s.%s in %s"
                .formatted(table.title(), NetworkSettings.READS.key(), table.origin()),
            name,
            List.copyOf(known.keySet()));
      }
      inputs += Objects.requireNonNull(known.get(name));
    }
    ModuleBuilder module = new ModuleBuilder(table.name(), block(table, inputs));
    for (String name : table.require(NetworkSettings.READS)) {
      if (populations.stream().anyMatch(population -> population.name().equals(name))) {
        module.rates(name);
      } else if (tables.stream().anyMatch(other -> other.name().equals(name))) {
        module.module(name);
      } else {
        module.signal(name, 1);
      }
    }
    return module.outline();
  }

  private static RateBlock block(NetworkSection table, int inputs) {
    int units = Math.toIntExact(table.require(NetworkSettings.UNITS));
    String kind = table.require(NetworkSettings.BLOCK);
    if (kind.equals("gru") || kind.equals("lstm")) {
      table.refuse(NetworkSettings.ACTIVATION, "is nothing that block %s has.".formatted(kind));
      return kind.equals("gru") ? new Gru(inputs, units) : new Lstm(inputs, units);
    }
    Activation activation =
        table.get(NetworkSettings.ACTIVATION).map(Activation::named).orElse(Activation.TANH);
    return kind.equals("rnn")
        ? new Rnn(inputs, units, activation)
        : new DenseLayers(inputs, List.of(new DenseLayers.Layer(units, activation)));
  }
}
