package plastron.slayer.rate.program;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of what a block computes in a step. Its derivative belongs to the engine. */
public sealed interface Operation {

  /** What must be computed before. */
  List<Variable> reads();

  /** What it computes. */
  List<Variable> writes();

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
      Variable out,
      @Nullable Variable base,
      Matrix matrix,
      Variable vector,
      @Nullable Parameter bias)
      implements Operation {
    @Override
    public List<Variable> reads() {
      return base == null ? List.of(vector) : List.of(base, vector);
    }

    @Override
    public List<Variable> writes() {
      return List.of(out);
    }

    @Override
    public List<Parameter> parameters() {
      return bias == null ? List.of(matrix.parameter()) : List.of(matrix.parameter(), bias);
    }
  }

  /** {@code out = f(in)}, entry by entry. */
  record Map(Variable out, Variable in, Activation activation) implements Operation {
    @Override
    public List<Variable> reads() {
      return List.of(in);
    }

    @Override
    public List<Variable> writes() {
      return List.of(out);
    }
  }

  /**
   * {@code out = constant + sum of factor term}.
   *
   * @param factors one for every term
   */
  record Combination(Variable out, List<Variable> terms, List<Double> factors, double constant)
      implements Operation {
    public Combination {
      terms = List.copyOf(terms);
      factors = List.copyOf(factors);
    }

    @Override
    public List<Variable> reads() {
      return terms;
    }

    @Override
    public List<Variable> writes() {
      return List.of(out);
    }
  }

  /**
   * {@code out = a b}, entry by entry.
   *
   * @param a as long as {@code b}, or a single number
   */
  record Product(Variable out, Variable a, Variable b) implements Operation {
    @Override
    public List<Variable> reads() {
      return List.of(a, b);
    }

    @Override
    public List<Variable> writes() {
      return List.of(out);
    }
  }

  /** {@code out} is the parts one after another. */
  record Concatenation(Variable out, List<Variable> parts) implements Operation {
    public Concatenation {
      parts = List.copyOf(parts);
    }

    @Override
    public List<Variable> reads() {
      return parts;
    }

    @Override
    public List<Variable> writes() {
      return List.of(out);
    }
  }

  /** {@code out} is a parameter of one row. */
  record Given(Variable out, Parameter parameter) implements Operation {
    @Override
    public List<Variable> reads() {
      return List.of();
    }

    @Override
    public List<Variable> writes() {
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
      Variable out,
      @Nullable Variable base,
      Variable trace,
      Variable vector,
      @Nullable Parameter alpha)
      implements Operation {
    @Override
    public List<Variable> reads() {
      return base == null ? List.of(trace, vector) : List.of(base, trace, vector);
    }

    @Override
    public List<Variable> writes() {
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
      Variable out, Variable trace, Variable gate, Variable post, Variable pre, double clip)
      implements Operation {
    @Override
    public List<Variable> reads() {
      return List.of(trace, gate, post, pre);
    }

    @Override
    public List<Variable> writes() {
      return List.of(out);
    }
  }

  /**
   * {@code out_ji = clamp(trace_ji + gate_j eligibility_ji, -clip, clip)}.
   *
   * @param gate one for every post unit, or a single number
   * @param clip positive, may be infinite
   */
  record GatedUpdate(Variable out, Variable trace, Variable gate, Variable eligibility, double clip)
      implements Operation {
    @Override
    public List<Variable> reads() {
      return List.of(trace, gate, eligibility);
    }

    @Override
    public List<Variable> writes() {
      return List.of(out);
    }
  }

  /**
   * {@code out_ji = (1 - rate) trace_ji + rate post_j pre_i}.
   *
   * @param rate a single number
   */
  record LeakyTrace(Variable out, Variable trace, Variable rate, Variable post, Variable pre)
      implements Operation {
    @Override
    public List<Variable> reads() {
      return List.of(trace, rate, post, pre);
    }

    @Override
    public List<Variable> writes() {
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
      Variable current,
      Variable potentialAfter,
      Variable activityAfter,
      Variable drive,
      Variable potential,
      Variable activity,
      Parameter weights,
      double decay,
      double threshold,
      Credit credit)
      implements Operation {
    @Override
    public List<Variable> reads() {
      return List.of(drive, potential, activity);
    }

    @Override
    public List<Variable> writes() {
      return List.of(current, potentialAfter, activityAfter);
    }

    @Override
    public List<Parameter> parameters() {
      return List.of(weights);
    }
  }
}
