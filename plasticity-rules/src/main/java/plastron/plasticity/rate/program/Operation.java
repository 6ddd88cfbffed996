package plastron.plasticity.rate.program;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of what a block computes in a step. Its derivative belongs to the engine. Long, because
 * every kind says what it computes and in which shapes.
 */
public sealed interface Operation {

  /** What must be computed before. */
  List<Quantity> reads();

  /** What it computes. */
  List<Quantity> writes();

  /** What is learned of it. */
  default List<Parameter> parameters() {
    return List.of();
  }

  /**
   * {@code out = base + matrix vector + bias}.
   *
   * @param base none for 0
   * @param bias a row; none for 0
   */
  record Affine(
      Quantity out,
      @Nullable Quantity base,
      Matrix matrix,
      Quantity vector,
      @Nullable Parameter bias)
      implements Operation {
    @Override
    public List<Quantity> reads() {
      return base == null ? List.of(vector) : List.of(base, vector);
    }

    @Override
    public List<Quantity> writes() {
      return List.of(out);
    }

    @Override
    public List<Parameter> parameters() {
      return bias == null ? List.of(matrix.parameter()) : List.of(matrix.parameter(), bias);
    }
  }

  /** {@code out = f(in)}, entry by entry. */
  record Map(Quantity out, Quantity in, Activation activation) implements Operation {
    @Override
    public List<Quantity> reads() {
      return List.of(in);
    }

    @Override
    public List<Quantity> writes() {
      return List.of(out);
    }
  }

  /**
   * {@code out = constant + sum of factor term}.
   *
   * @param factors one for every term
   */
  record Combination(Quantity out, List<Quantity> terms, List<Double> factors, double constant)
      implements Operation {
    public Combination {
      terms = List.copyOf(terms);
      factors = List.copyOf(factors);
    }

    @Override
    public List<Quantity> reads() {
      return terms;
    }

    @Override
    public List<Quantity> writes() {
      return List.of(out);
    }
  }

  /**
   * {@code out = a b}, entry by entry.
   *
   * @param a as long as {@code b}, or a single number
   */
  record Product(Quantity out, Quantity a, Quantity b) implements Operation {
    @Override
    public List<Quantity> reads() {
      return List.of(a, b);
    }

    @Override
    public List<Quantity> writes() {
      return List.of(out);
    }
  }

  /** {@code out} is the parts one after another. */
  record Concatenation(Quantity out, List<Quantity> parts) implements Operation {
    public Concatenation {
      parts = List.copyOf(parts);
    }

    @Override
    public List<Quantity> reads() {
      return parts;
    }

    @Override
    public List<Quantity> writes() {
      return List.of(out);
    }
  }

  /** {@code out} is a parameter of one row. */
  record Given(Quantity out, Parameter parameter) implements Operation {
    @Override
    public List<Quantity> reads() {
      return List.of();
    }

    @Override
    public List<Quantity> writes() {
      return List.of(out);
    }

    @Override
    public List<Parameter> parameters() {
      return List.of(parameter);
    }
  }

  /**
   * {@code out_j = base_j + sum over i of alpha_ji trace_ji vector_i}.
   *
   * @param base none for 0
   * @param alpha none for 1
   */
  record TraceProduct(
      Quantity out,
      @Nullable Quantity base,
      Quantity trace,
      Quantity vector,
      @Nullable Parameter alpha)
      implements Operation {
    @Override
    public List<Quantity> reads() {
      return base == null ? List.of(trace, vector) : List.of(base, trace, vector);
    }

    @Override
    public List<Quantity> writes() {
      return List.of(out);
    }

    @Override
    public List<Parameter> parameters() {
      return alpha == null ? List.of() : List.of(alpha);
    }
  }

  /**
   * {@code out_ji = clamp(trace_ji + gate_j post_j pre_i, -clip, clip)}.
   *
   * @param gate one for every post unit, or a single number
   * @param clip positive, may be infinite
   */
  record HebbianUpdate(
      Quantity out, Quantity trace, Quantity gate, Quantity post, Quantity pre, double clip)
      implements Operation {
    @Override
    public List<Quantity> reads() {
      return List.of(trace, gate, post, pre);
    }

    @Override
    public List<Quantity> writes() {
      return List.of(out);
    }
  }

  /**
   * {@code out_ji = clamp(trace_ji + gate_j eligibility_ji, -clip, clip)}.
   *
   * @param gate one for every post unit, or a single number
   * @param clip positive, may be infinite
   */
  record GatedUpdate(Quantity out, Quantity trace, Quantity gate, Quantity eligibility, double clip)
      implements Operation {
    @Override
    public List<Quantity> reads() {
      return List.of(trace, gate, eligibility);
    }

    @Override
    public List<Quantity> writes() {
      return List.of(out);
    }
  }

  /**
   * {@code out_ji = (1 - rate) trace_ji + rate post_j pre_i}.
   *
   * @param rate a single number
   */
  record LeakyTrace(Quantity out, Quantity trace, Quantity rate, Quantity post, Quantity pre)
      implements Operation {
    @Override
    public List<Quantity> reads() {
      return List.of(trace, rate, post, pre);
    }

    @Override
    public List<Quantity> writes() {
      return List.of(out);
    }
  }

  /**
   * Leaky units: {@code current = drive + weights activity}, {@code potentialAfter = decay
   * potential + (1 - decay) current}, {@code activityAfter = max(0, potentialAfter - threshold)}.
   *
   * @param decay from 0 to less than 1
   */
  record LeakyUnits(
      Quantity current,
      Quantity potentialAfter,
      Quantity activityAfter,
      Quantity drive,
      Quantity potential,
      Quantity activity,
      Parameter weights,
      double decay,
      double threshold,
      Credit credit)
      implements Operation {
    @Override
    public List<Quantity> reads() {
      return List.of(drive, potential, activity);
    }

    @Override
    public List<Quantity> writes() {
      return List.of(current, potentialAfter, activityAfter);
    }

    @Override
    public List<Parameter> parameters() {
      return List.of(weights);
    }
  }
}
