package plastron.loihi.neuron;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import plastron.export.image.BrokenImageException;
import plastron.loihi.emulator.SpikeList;
import plastron.loihi.neuron.Statement.Compute;
import plastron.loihi.neuron.Statement.Filter;
import plastron.loihi.neuron.Statement.Fraction;
import plastron.loihi.neuron.Statement.Gather;
import plastron.loihi.neuron.Statement.Load;
import plastron.loihi.neuron.Statement.Rate;
import plastron.loihi.neuron.Statement.Write;

/**
 * A neuron program while it runs, bit for bit. In every step call {@link #step}; one step before an
 * update {@link #send} after it, at an update {@link #update}. Owned by one thread.
 */
public final class NeuronState {

  private static final int LARGEST_TRACE = 127;

  private final int neurons;
  private final Map<String, int[]> registers = new HashMap<>();
  private final List<Rate> rates = new ArrayList<>();
  private final List<Filter> filters = new ArrayList<>();
  private final List<Compute> computations = new ArrayList<>();
  private final List<Write> writes = new ArrayList<>();
  private final List<Senders> senders = new ArrayList<>();
  private final List<Load> loads = new ArrayList<>();
  private final Map<String, int[]> next = new HashMap<>();
  private final Fixed15 fixed = new Fixed15();
  private final int[] y1;
  private final int[] y2;
  private final int[] y3;
  private long clippedFactors;

  /**
   * A program at rest.
   *
   * @param program what runs
   * @param neurons of the layer
   * @param arrays matrices {@code [from][to]} and vectors (one row) by name
   */
  public NeuronState(NeuronProgram program, int neurons, Function<String, int[][]> arrays) {
    this.neurons = neurons;
    y1 = new int[neurons];
    y2 = new int[neurons];
    y3 = new int[neurons];
    for (Statement statement : program.statements()) {
      switch (statement) {
        case Rate rate -> rates.add(rate);
        case Filter filter -> filters.add(filter);
        case Gather gather -> {
          Senders group = new Senders(gather, arrays.apply(gather.matrix()), neurons);
          senders.add(group);
        }
        case Compute compute -> computations.add(compute);
        case Load load -> loads.add(load);
        case Write write -> writes.add(write);
      }
      if (!(statement instanceof Write)) {
        registers.put(statement.target(), new int[neurons]);
      }
    }
    loads.forEach(load -> registers.put(load.target(), arrays.apply(load.array())[0].clone()));
    computations.stream()
        .filter(Compute::kept)
        .forEach(c -> next.put(c.target(), new int[neurons]));
  }

  /**
   * One step.
   *
   * @param spikes of all populations in this step, the input first
   * @param own index of this layer's population in {@code spikes}
   * @param arrived sum of the E weights that arrived in this step, one a neuron; not modified
   */
  public void step(SpikeList[] spikes, int own, int[] arrived) {
    for (Rate rate : rates) {
      follow(register(rate.target()), rate.decay(), rate.impulse(), spikes[own]);
    }
    for (Senders group : senders) {
      follow(
          group.rates,
          group.gather.decay(),
          group.gather.impulse(),
          spikes[group.gather.population()]);
    }
    for (Filter filter : filters) {
      int[] register = register(filter.target());
      for (int i = 0; i < neurons; i++) {
        long input = Fixed15.shift((long) arrived[i] * filter.gain(), filter.shift());
        register[i] = fixed.limit(Fixed15.times(register[i], filter.decay()) + input);
      }
    }
  }

  /** The senders of all gathered quantities send their rates of this step. */
  public void send() {
    senders.forEach(Senders::send);
  }

  /** At the end of a window: computes everything and writes the post traces. */
  public void update() {
    for (Senders group : senders) {
      int[] register = register(group.gather.target());
      for (int i = 0; i < neurons; i++) {
        register[i] =
            fixed.limit(
                Fixed15.shift((long) group.sums[i] * group.gather.gain(), group.gather.shift()));
      }
    }
    for (Compute compute : computations) {
      int[] target =
          compute.kept()
              ? next.getOrDefault(compute.target(), new int[0])
              : register(compute.target());
      compute(compute, target);
    }
    writes.forEach(this::write);
    next.forEach((name, values) -> System.arraycopy(values, 0, register(name), 0, neurons));
  }

  private void compute(Compute compute, int[] target) {
    for (int i = 0; i < neurons; i++) {
      long sum = 0;
      for (Fraction term : compute.terms()) {
        int value = term.mantissa();
        for (String factor : term.registers()) {
          value = Fixed15.times(value, register(factor)[i]);
        }
        sum += Fixed15.shift(value, -term.exponent());
      }
      target[i] = fixed.limit(sum);
    }
  }

  private void write(Write write) {
    int[] source = register(write.register());
    int[] positive =
        switch (write.trace()) {
          case Y1 -> y1;
          case Y2 -> y2;
          default -> y3;
        };
    for (int i = 0; i < neurons; i++) {
      long factor = Fixed15.shift((long) source[i] * write.gain(), write.shift());
      positive[i] = trace(factor);
      if (write.negative()) {
        y3[i] = trace(-factor);
      }
    }
  }

  private int trace(long factor) {
    if (factor > LARGEST_TRACE) {
      clippedFactors++;
      return LARGEST_TRACE;
    }
    return (int) Math.max(factor, 0);
  }

  private void follow(int[] register, int decay, int impulse, SpikeList spikes) {
    for (int n = 0; n < register.length; n++) {
      register[n] = Fixed15.times(register[n], decay);
    }
    for (int k = 0; k < spikes.size(); k++) {
      register[spikes.get(k)] = fixed.limit((long) register[spikes.get(k)] + impulse);
    }
  }

  /** Sets everything to zero but parameters; counts stay. */
  public void reset() {
    registers.forEach(
        (name, values) -> {
          if (loads.stream().noneMatch(l -> l.target().equals(name))) {
            Arrays.fill(values, 0);
          }
        });
    senders.forEach(Senders::reset);
    Arrays.fill(y1, 0);
    Arrays.fill(y2, 0);
    Arrays.fill(y3, 0);
  }

  /** What was written to y1, y2 or y3; live, must not be modified. */
  public int[] written(int trace) {
    return switch (trace) {
      case 1 -> y1;
      case 2 -> y2;
      default -> y3;
    };
  }

  /** A register after the last step; live, must not be modified. */
  public int[] register(String name) {
    int[] register = registers.get(name);
    if (register == null) {
      throw new BrokenImageException(
          "Neuron register (%s) is not one of %s.".formatted(name, registers.keySet()));
    }
    return register;
  }

  /** How often a register did not fit. */
  public long saturations() {
    return fixed.saturations;
  }

  /** How often a third factor did not fit a trace. */
  public long clippedFactors() {
    return clippedFactors;
  }

  /** The neurons that send graded spikes to this layer. */
  private static final class Senders {
    final Gather gather;
    final int[][] weights;
    final int[] rates;
    final int[] sums;

    Senders(Gather gather, int[][] weights, int receivers) {
      this.gather = gather;
      this.weights = weights;
      rates = new int[weights.length];
      sums = new int[receivers];
    }

    void send() {
      Arrays.fill(sums, 0);
      for (int k = 0; k < rates.length; k++) {
        int payload = rates[k] >> gather.payload();
        if (payload != 0) {
          for (int i = 0; i < sums.length; i++) {
            sums[i] += weights[k][i] * payload;
          }
        }
      }
    }

    void reset() {
      Arrays.fill(rates, 0);
      Arrays.fill(sums, 0);
    }
  }
}
