package plastron.slayer.f64.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plastron.core.random.Seeds;
import plastron.core.run.Input;
import plastron.plasticity.expr.Grid;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.f64.kernel.Kernels64;
import plastron.plasticity.rule.PlasticityRule;
import plastron.slayer.f64.module.ModuleForm64;
import plastron.slayer.f64.module.ModuleSweep64;
import plastron.slayer.f64.module.ModuleTape64;
import plastron.slayer.sweep.SpikeEvents;
import plastron.slayer.sweep.StateGrid;

/**
 * The rule of one site with what it reads from elsewhere: rates of populations, and signals from
 * outside or from modules.
 */
public final class SiteSweep64 {

  private static final Kernels64 KERNELS = Kernels64.FASTEST;

  public final RuleSweep64 rule;

  private final int[] rateSymbol;
  private final int[] ratePopulation;
  private final int[] externalSymbol;
  private final String[] externalName;
  private final int[] externalModule;
  private final RoundedRate64[] rounded;
  private boolean rounds = true;
  private ModuleSweep64[] modules = new ModuleSweep64[0];

  /** Adjoints of rates that are added to those of another symbol for the same rates. */
  private record Detour(double[] from, double[] to) {}

  private final List<Detour> detours = new ArrayList<>();

  public SiteSweep64(SiteForm64 form) {
    List<Symbol> rates = form.activities();
    rateSymbol = rates.stream().mapToInt(form.rule()::index).toArray();
    ratePopulation = form.rates().values().stream().mapToInt(p -> p).toArray();
    List<Map.Entry<Symbol, String>> externals = List.copyOf(form.signals().entrySet());
    externalSymbol = externals.stream().mapToInt(e -> form.rule().index(e.getKey())).toArray();
    externalName = externals.stream().map(Map.Entry::getValue).toArray(String[]::new);
    externalModule =
        externals.stream()
            .mapToInt(e -> form.modules().getOrDefault(e.getKey(), ModuleForm64.NONE))
            .toArray();
    rounded =
        rates.stream()
            .map(symbol -> new RoundedRate64(form.clock(), form.shape().zeros(symbol)[0].length))
            .toArray(RoundedRate64[]::new);
    rule = new RuleSweep64(form.rule(), form.shape(), form.wanted());
  }

  /**
   * What single spikes do at a site whose rule they drive.
   *
   * @param window greatest number of steps of a window
   */
  public SpikeSweep64 spikes(SiteForm64 form, int window) {
    return new SpikeSweep64(rule, form.shape(), window);
  }

  /** Bytes of all arrays. */
  public static long bytes(SiteForm64 form) {
    return RuleSweep64.bytes(form.rule(), form.shape()) + 2 * evolvingBytes(form);
  }

  /** Bytes of {@link #evolving}. */
  public static long evolvingBytes(SiteForm64 form) {
    return form.activities().stream().mapToLong(form.shape()::bytes).sum();
  }

  /** What changes during an episode beside the rule's states. */
  public List<double[][]> evolving() {
    return Arrays.stream(rounded).map(rate -> new double[][] {rate.trace}).toList();
  }

  /**
   * Rounds states, and the rates that the rule reads, from now on; parameters are loaded.
   *
   * @param grids of this site; none to round nothing
   * @throws IllegalArgumentException if the rule has no such states or rates
   */
  public void round(List<StateGrid> grids) {
    PlasticityRule own = rule.rule.rule();
    rule.round(grids.stream().filter(grid -> !grid.isRate(own)).toList());
    for (int k = 0; k < rounded.length; k++) {
      String name = rule.rule.symbols().get(rateSymbol[k]).name();
      rounded[k].round(
          grids.stream()
              .filter(grid -> grid.state().equals(name))
              .map(StateGrid::grid)
              .findFirst()
              .orElse(Grid.EXACT));
    }
  }

  /** Whether what {@link #round} says is done. */
  public void rounds(boolean whether) {
    rounds = whether;
    rule.rounds(whether);
  }

  /** Whether rate k is rounded. */
  private boolean rounds(int k) {
    return rounds && rounded[k].rounds();
  }

  /**
   * Makes the rates that are rounded.
   *
   * @param tape receives them
   * @param slot the window, counted from the first of its run
   * @param spikes of the window, by population
   * @param key decides what is drawn at random
   */
  public void measure(SiteTape64 tape, int slot, SpikeEvents[] spikes, long key) {
    for (int k = 0; k < rounded.length; k++) {
      if (rounds(k)) {
        // Updates have the numbers from 0 on.
        rounded[k].forward(spikes[ratePopulation[k]], Seeds.then(key, -1L - k), tape.rate[slot][k]);
      }
    }
  }

  /** Populations whose rates the rule reads. */
  public int[] ratePopulations() {
    return ratePopulation.clone();
  }

  /**
   * Where adjoints go.
   *
   * @param rateAdjoint those of rates, {@code [population][0][n]}
   * @param newModules to which those of what they give go
   */
  public void wire(double[][][] rateAdjoint, ModuleSweep64[] newModules) {
    modules = newModules;
    Set<Integer> taken = new HashSet<>();
    for (int k = 0; k < rateSymbol.length; k++) {
      double[][] shared = rateAdjoint[ratePopulation[k]];
      if (taken.add(ratePopulation[k])) {
        rule.symbolAdjoint[rateSymbol[k]] = shared;
      } else {
        // Passes over a rule need different arrays for different symbols.
        detours.add(new Detour(rule.symbolAdjoint[rateSymbol[k]][0], shared[0]));
      }
    }
  }

  /**
   * Puts what the update at the end of a window reads into the frame.
   *
   * @param tape has the rates that are rounded
   * @param slot the window, counted from the first of its run
   * @param rates of the window as they are, by population
   * @param given tapes of all modules
   * @param window number of the window in the episode
   */
  public void show(
      SiteTape64 tape, int slot, double[][] rates, Input input, ModuleTape64[] given, int window) {
    for (int k = 0; k < rateSymbol.length; k++) {
      rule.frame.value[rateSymbol[k]][0] =
          rounds(k) ? tape.rate[slot][k] : rates[ratePopulation[k]];
    }
    for (int k = 0; k < externalSymbol.length; k++) {
      double[] row = rule.frame.value[externalSymbol[k]][0];
      if (externalModule[k] == ModuleForm64.NONE) {
        for (int i = 0; i < row.length; i++) {
          row[i] = (double) input.signal(externalName[k]).at(window, i);
        }
      } else {
        double[] values = given[externalModule[k]].output(window);
        for (int i = 0; i < row.length; i++) {
          row[i] = values[values.length == 1 ? 0 : i];
        }
      }
    }
  }

  /**
   * See {@link RuleSweep64#updateAdjoint}; adjoints of rates and of what modules give are added
   * where they go.
   *
   * @param slot the window, counted from the first of its run
   * @param window number of the window in the episode
   */
  public void updateAdjoint(SiteTape64 tape, int slot, int window) {
    for (Detour detour : detours) {
      Arrays.fill(detour.from(), 0);
    }
    for (int k = 0; k < externalModule.length; k++) {
      if (externalModule[k] != ModuleForm64.NONE) {
        Arrays.fill(rule.symbolAdjoint[externalSymbol[k]][0], 0);
      }
    }
    rule.updateAdjoint(tape, slot);
    for (Detour detour : detours) {
      KERNELS.add(detour.to(), detour.from());
    }
    for (int k = 0; k < externalModule.length; k++) {
      if (externalModule[k] != ModuleForm64.NONE) {
        double[] to = modules[externalModule[k]].outputAdjoint(window);
        double[] from = rule.symbolAdjoint[externalSymbol[k]][0];
        for (int i = 0; i < from.length; i++) {
          to[to.length == 1 ? 0 : i] += from[i];
        }
      }
    }
  }
}
