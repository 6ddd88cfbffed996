package plastron.loihi.neuron;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import plastron.export.image.BrokenImageException;
import plastron.export.image.HostSignals;
import plastron.loihi.emulator.SpikeList;
import plastron.loihi.neuron.Statement.Compute;
import plastron.loihi.neuron.Statement.Filter;
import plastron.loihi.neuron.Statement.Fraction;
import plastron.loihi.neuron.Statement.Gather;
import plastron.loihi.neuron.Statement.Host;
import plastron.loihi.neuron.Statement.Load;
import plastron.loihi.neuron.Statement.Rate;
import plastron.loihi.neuron.Statement.Trail;
import plastron.loihi.neuron.Statement.Write;
import plastron.loihi.rule.Variable;

/**
 * A neuron program while it runs, bit for bit. In every step call {@link #step}; one step before an
 * update {@link #send} after it, at an update {@link #host} and {@link #update}. Owned by one
 * thread.
 */
public final class NeuronProgramRun {

  private static final int LARGEST_TRACE = 127;

  private final int neurons;
  private final Map<String, int[]> registers = new HashMap<>();
  private final List<int[]> states = new ArrayList<>();
  private final List<Follower> rates = new ArrayList<>();
  private final List<Trailing> trails = new ArrayList<>();
  private final List<Hosted> hosted = new ArrayList<>();
  private final List<Senders> senders = new ArrayList<>();
  private final List<Filtered> filters = new ArrayList<>();
  private final List<Sum> sums = new ArrayList<>();
  private final List<Written> writes = new ArrayList<>();
  private final Fixed15 fixed = new Fixed15();
  private final int[] y1;
  private final int[] y2;
  private final int[] y3;
  private long clippedFactors;

  private record Follower(int[] register, Rate rate) {}

  private record Trailing(int[] register, Trail trail) {}

  private record Hosted(int[] register, Host host) {}

  private record Filtered(int[] register, Filter filter) {}

  /** A computed register; {@code next} is another array than {@code register} if it is kept. */
  private record Sum(int[] register, int[] next, List<Summand> summands) {}

  private record Summand(int mantissa, int exponent, int[][] registers) {}

  private record Written(int[] register, Write write) {}

  /**
   * A program at rest.
   *
   * @param program what runs
   * @param neurons of the layer
   * @param arrays matrices {@code [from][to]} and vectors (one row) by name
   * @throws BrokenImageException if a statement reads a register that no other sets
   */
  public NeuronProgramRun(NeuronProgram program, int neurons, Function<String, int[][]> arrays) {
    this.neurons = neurons;
    y1 = new int[neurons];
    y2 = new int[neurons];
    y3 = new int[neurons];
    for (Statement statement : program.statements()) {
      if (statement instanceof Load load) {
        registers.put(load.target(), arrays.apply(load.array())[0].clone());
      } else if (!(statement instanceof Write)) {
        int[] state = new int[neurons];
        states.add(state);
        registers.put(statement.target(), state);
      }
    }
    // A statement may read what a later one sets, so that every register has to be there first.
    for (Statement statement : program.statements()) {
      switch (statement) {
        case Rate rate -> rates.add(new Follower(register(rate.target()), rate));
        case Trail trail -> trails.add(new Trailing(register(trail.target()), trail));
        case Host host -> hosted.add(new Hosted(register(host.target()), host));
        case Filter filter -> filters.add(new Filtered(register(filter.target()), filter));
        case Gather gather ->
            senders.add(
                new Senders(gather, register(gather.target()), arrays.apply(gather.matrix())));
        case Compute compute -> sums.add(sum(compute));
        case Write write -> writes.add(new Written(register(write.register()), write));
        case Load load -> {}
      }
    }
  }

  private Sum sum(Compute compute) {
    int[] register = register(compute.target());
    List<Summand> summands = new ArrayList<>();
    for (Fraction term : compute.terms()) {
      int[][] factors = term.registers().stream().map(this::register).toArray(int[][]::new);
      summands.add(new Summand(term.mantissa(), term.exponent(), factors));
    }
    return new Sum(register, compute.kept() ? new int[neurons] : register, summands);
  }

  /**
   * One step.
   *
   * @param spikes of all populations in this step, the input first
   * @param own index of this layer's population in {@code spikes}
   * @param arrived sum of the E weights that arrived in this step, one a neuron; not modified
   */
  public void step(SpikeList[] spikes, int own, int[] arrived) {
    for (Follower follower : rates) {
      Rate rate = follower.rate();
      fixed.follow(follower.register(), rate.decay(), rate.impulse(), spikes[own]);
    }
    for (Trailing trailing : trails) {
      Trail trail = trailing.trail();
      fixed.follow(trailing.register(), trail.decay(), trail.impulse(), spikes[own]);
      int[] trace = written(trail.trace());
      for (int i = 0; i < neurons; i++) {
        trace[i] = trace(Fixed15.shift(trailing.register()[i], Trail.FRACTION_BITS));
      }
    }
    for (Senders group : senders) {
      group.step(spikes, fixed);
    }
    for (Filtered filtered : filters) {
      int[] register = filtered.register();
      Filter filter = filtered.filter();
      for (int i = 0; i < neurons; i++) {
        long input = Fixed15.shift((long) arrived[i] * filter.gain(), filter.shift());
        register[i] = fixed.limit(Fixed15.plus(Fixed15.times(register[i], filter.decay()), input));
      }
    }
  }

  /** The senders of all gathered quantities send their rates of this step. */
  public void send() {
    senders.forEach(Senders::send);
  }

  /**
   * At the end of a window: the host writes its registers.
   *
   * @param window counted from the episode's start
   */
  public void host(HostSignals signals, int window) {
    for (Hosted written : hosted) {
      Host host = written.host();
      int[] register = written.register();
      for (int i = 0; i < neurons; i++) {
        register[i] = fixed.limit(host.written(signals.at(host.signal(), window, i)));
      }
    }
  }

  /** At the end of a window: computes everything and writes the post traces. */
  public void update() {
    senders.forEach(group -> group.gather(fixed));
    sums.forEach(this::compute);
    writes.forEach(this::write);
    sums.forEach(sum -> System.arraycopy(sum.next(), 0, sum.register(), 0, neurons));
  }

  private void compute(Sum sum) {
    for (int i = 0; i < neurons; i++) {
      long total = 0;
      for (Summand summand : sum.summands()) {
        int value = summand.mantissa();
        for (int[] register : summand.registers()) {
          value = Fixed15.times(value, register[i]);
        }
        total = Fixed15.plus(total, Fixed15.shift(value, -summand.exponent()));
      }
      sum.next()[i] = fixed.limit(total);
    }
  }

  private void write(Written written) {
    int[] source = written.register();
    Write write = written.write();
    int[] positive = written(write.trace());
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

  /** Sets everything to zero but parameters; counts stay. */
  public void reset() {
    states.forEach(state -> Arrays.fill(state, 0));
    senders.forEach(Senders::reset);
    Arrays.fill(y1, 0);
    Arrays.fill(y2, 0);
    Arrays.fill(y3, 0);
  }

  /** What was written to a post trace; live, must not be modified. */
  public int[] written(Variable trace) {
    return switch (trace) {
      case Y1 -> y1;
      case Y2 -> y2;
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
}
