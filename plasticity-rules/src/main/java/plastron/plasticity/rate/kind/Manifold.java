package plastron.plasticity.rate.kind;

import java.util.List;
import java.util.Objects;
import plastron.plasticity.rate.BlockDescription;
import plastron.plasticity.rate.BlockKind;
import plastron.plasticity.rate.BlockSettings;
import plastron.plasticity.rate.RateBlock;
import plastron.plasticity.rate.Sizes;
import plastron.plasticity.rate.program.Activation;
import plastron.plasticity.rate.program.BlockProgram;
import plastron.plasticity.rate.program.Parameter;
import plastron.plasticity.rate.program.ProgramBuilder;
import plastron.plasticity.rate.program.Quantity;

/**
 * Dense layers whose weights and biases lie on a manifold over a context {@code s}, an input of one
 * number (Benjamin and others 2025; neuromodulation-systems.md 8): {@code W(s) = sum over p of
 * J_p(s) P_p}. Parameters {@code P1.W0, P1.b0, ..., P2.W0, ...}. Computed as the weighted sum of
 * what each point's weights make of the input, which is the same.
 *
 * @param inputs width of {@code x}, at least 1
 * @param layers at least one
 */
public record Manifold(int inputs, List<DenseLayers.Layer> layers, Shape shape)
    implements RateBlock {

  private static final String KIND = "manifold";

  /** What the weights move on. */
  public enum Shape {
    /** {@code J = (1 - s, s)}. */
    LINE(new double[][] {{4, -2}, {-2, 4}}),
    /** {@code J = (1, cos 2 pi s, sin 2 pi s)}. */
    ELLIPSE(new double[][] {{1, 0, 0}, {0, 2, 0}, {0, 0, 2}});

    /** The inverse of the integral of {@code J^T J} over s from 0 to 1. */
    private final double[][] inverse;

    Shape(double[][] inverse) {
      this.inverse = inverse;
    }

    /** Number of points that span it. */
    public int points() {
      return inverse.length;
    }
  }

  public Manifold {
    Sizes.requirePositive("A weight manifold's inputs", inputs);
    Sizes.requirePositive("A weight manifold's layers", layers.size());
    layers = List.copyOf(layers);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public BlockSettings settings() {
    return BlockSettings.NONE
        .with("shape", shape)
        .with("activations", DenseLayers.activations(layers));
  }

  @Override
  public BlockProgram program() {
    ProgramBuilder p = new ProgramBuilder();
    Quantity y = p.input("x", inputs);
    Quantity s = p.input("s", 1);
    List<Quantity> shares =
        switch (shape) {
          case LINE -> List.of(p.shifted(-1, s, 1), s);
          case ELLIPSE ->
              List.of(p.apply(Activation.COSINE_OF_TURNS, s), p.apply(Activation.SINE_OF_TURNS, s));
        };
    for (int l = 0; l < layers.size(); l++) {
      int units = layers.get(l).units();
      Quantity sum = null;
      for (int point = 0; point < shape.points(); point++) {
        String prefix = "P" + (point + 1) + ".";
        Parameter bias = p.parameter(prefix + "b" + l, units);
        Quantity part = p.affine(p.matrix(prefix + "W" + l, units, y.columns()), y, bias);
        int share = point - (shape.points() - shares.size());
        Quantity weighted = share < 0 ? part : p.product(shares.get(share), part);
        sum = sum == null ? weighted : p.sum(sum, weighted);
      }
      y = p.apply(layers.get(l).activation(), Objects.requireNonNull(sum));
    }
    return p.build(y);
  }

  /**
   * The direction of steepest descent for a bound on how far the weights move along the whole
   * manifold: {@code [integral of J^T J ds]^-1} times the gradient, without the factor {@code 1 /
   * (2 lambda)}.
   *
   * @param gradient of this block's parameters in the order of its program, modified
   */
  public void precondition(double[] gradient) {
    BlockProgram program = program();
    int points = shape.points();
    double[] plain = new double[points];
    for (Parameter first : program.parameters()) {
      if (!first.name().startsWith("P1.")) {
        continue;
      }
      int[] at = new int[points];
      for (int q = 0; q < points; q++) {
        String name = "P" + (q + 1) + first.name().substring(2);
        at[q] = program.parameter(name).offset();
      }
      for (int i = 0; i < first.size(); i++) {
        for (int q = 0; q < points; q++) {
          plain[q] = gradient[at[q] + i];
        }
        for (int q = 0; q < points; q++) {
          double sum = 0;
          for (int r = 0; r < points; r++) {
            sum += shape.inverse[q][r] * plain[r];
          }
          gradient[at[q] + i] = sum;
        }
      }
    }
  }

  /** Weight manifolds of all sizes. */
  public static final class Kind implements BlockKind {
    @Override
    public String name() {
      return KIND;
    }

    @Override
    public RateBlock of(BlockDescription given) {
      return new Manifold(
          given.columns("P1.W0"),
          DenseLayers.layers(given, "P1."),
          given.constant("shape", Shape.class));
    }

    @Override
    public List<RateBlock> examples() {
      List<DenseLayers.Layer> layers =
          List.of(
              new DenseLayers.Layer(5, Activation.TANH),
              new DenseLayers.Layer(3, Activation.LINEAR));
      return List.of(new Manifold(4, layers, Shape.LINE), new Manifold(4, layers, Shape.ELLIPSE));
    }
  }
}
