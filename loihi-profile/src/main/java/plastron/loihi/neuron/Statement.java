package plastron.loihi.neuron;

import java.util.List;
import java.util.stream.Collectors;
import plastron.loihi.rule.Variable;

/**
 * One statement of a neuron program. Registers are signed 16-bit fractions (Q15) of a full scale
 * that only the compiler knows; what does not fit saturates. {@code r>>s} rounds to the nearest.
 */
public sealed interface Statement {

  /** The register that the statement sets, or the trace it writes. */
  String target();

  /**
   * In every step: {@code r = (r * decay >> 15) + impulse}, the impulse only if the neuron spiked.
   */
  record Rate(String target, int decay, int impulse) implements Statement {
    @Override
    public String toString() {
      return "rate %s decay %d impulse %d".formatted(target, decay, impulse);
    }
  }

  /**
   * In every step: a register follows spikes as {@link Rate} does and is written to a post trace,
   * {@code trace = r >> 8}, limited to 0..127.
   */
  record Trail(Variable trace, int decay, int impulse) implements Statement {

    /** Bits of the register below the trace's least. */
    public static final int FRACTION_BITS = 8;

    @Override
    public String target() {
      return "trail." + trace.symbol();
    }

    @Override
    public String toString() {
      return "trail %s decay %d impulse %d".formatted(trace.symbol(), decay, impulse);
    }
  }

  /** Before the first step: a parameter of the neuron from an array of the image. */
  record Load(String target, String array) implements Statement {
    @Override
    public String toString() {
      return "load %s from %s".formatted(target, array);
    }
  }

  /**
   * At the update, before everything else: a value that the host writes, in units of {@code
   * 2^exponent}, rounded to the nearest.
   *
   * @param signal index in the image
   */
  record Host(String target, int signal, int exponent) implements Statement {

    /** What the host writes for a value of the signal, before the register's range limits it. */
    long written(double value) {
      return (long) Math.floor(Math.scalb(value, -exponent) + 0.5);
    }

    /** What the register then holds. */
    public int register(double value) {
      return new Fixed15().limit(written(value));
    }

    @Override
    public String toString() {
      return "host %s from signal %d unit 2^%d".formatted(target, signal, exponent);
    }
  }

  /**
   * Every sender follows its rate as {@link Rate} does. One step before the update it sends {@code
   * rate >> payload} as a graded spike; at the update {@code r = sum of weight * payload, * gain >>
   * shift}.
   */
  record Gather(
      String target,
      String matrix,
      int population,
      int decay,
      int impulse,
      int payload,
      int gain,
      int shift)
      implements Statement {
    @Override
    public String toString() {
      return "gather %s from %s population %d decay %d impulse %d payload %d gain %d shift %d"
          .formatted(target, matrix, population, decay, impulse, payload, gain, shift);
    }
  }

  /** In every step: {@code r = (r * decay >> 15) + (sum of arriving E weights * gain >> shift)}. */
  record Filter(String target, int decay, int gain, int shift) implements Statement {
    @Override
    public String toString() {
      return "filter %s decay %d gain %d shift %d".formatted(target, decay, gain, shift);
    }
  }

  /**
   * At the update: a sum of products. {@code kept}: all such registers change together, after
   * everything else.
   */
  record Compute(String target, boolean kept, List<Fraction> terms) implements Statement {
    /** Copies the list. */
    public Compute {
      terms = List.copyOf(terms);
    }

    @Override
    public String toString() {
      return (kept ? "state " : "set ")
          + target
          + " = "
          + terms.stream().map(Fraction::toString).collect(Collectors.joining(" + "));
    }
  }

  /**
   * One product: {@code mantissa} times each register in turn, {@code >> 15} after each, at last
   * {@code << exponent} (a right shift if negative).
   */
  record Fraction(int mantissa, int exponent, List<String> registers) {
    /** Copies the list. */
    public Fraction {
      registers = List.copyOf(registers);
    }

    @Override
    public String toString() {
      return mantissa
          + "*2^"
          + exponent
          + registers.stream().map(r -> "*" + r).collect(Collectors.joining());
    }
  }

  /**
   * At the update, last: {@code trace = r * gain >> shift}, limited to 0..127. With {@code
   * negative}, that of {@code -r} goes to y3.
   */
  record Write(Variable trace, String register, boolean negative, int gain, int shift)
      implements Statement {
    @Override
    public String target() {
      return trace.symbol();
    }

    @Override
    public String toString() {
      return "%s %s from %s gain %d shift %d"
          .formatted(negative ? "split" : "write", trace.symbol(), register, gain, shift);
    }
  }
}
