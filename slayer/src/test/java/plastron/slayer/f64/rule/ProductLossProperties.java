package plastron.slayer.f64.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import plastron.core.network.SynapseRows;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.FlooredProduct;
import plastron.plasticity.expr.FlooredProduct.Factor;
import plastron.plasticity.f64.RuleFrame64;
import plastron.plasticity.f64.RuleShape64;
import plastron.plasticity.family.RuleOptions;

/** A product loses what is between it and the whole steps below it. */
class ProductLossProperties {

  private static final double UNIT = 0x1p-4;
  private static final int LARGEST = 5;

  private static final RuleDerivation RULE =
      RuleDerivation.of(Catalogue.find("ndp-linear").orElseThrow().build(RuleOptions.paper()));

  private static final List<String> NAMES = List.of("x", "y", "alpha", "E", "eta");

  /** A layer of drawn numbers. */
  private static final class Layer {
    private final RuleShape64 shape;
    private final RuleFrame64 frame;

    Layer(RuleShape64 shape, Random random) {
      this.shape = shape;
      frame = new RuleFrame64(RULE, shape);
      for (String name : NAMES) {
        for (double[] row : value(name)) {
          Arrays.setAll(row, i -> random.nextInt(4) == 0 ? 0 : random.nextDouble(-1, 1));
        }
      }
    }

    LossFactor64 factor(Factor form) {
      LossFactor64 factor = new LossFactor64(RULE, shape, form);
      factor.load(frame);
      factor.read(frame);
      return factor;
    }

    private double[][] value(String name) {
      return frame.value[RULE.index(RULE.rule().symbol(name).orElseThrow())];
    }

    /** Entry from j to i of a symbol, whatever the layout; the c-th of row r. */
    private double at(String name, int j, int i, int r, int c) {
      double[][] value = value(name);
      return switch (RULE.rule().symbol(name).orElseThrow().axis()) {
        case GLOBAL -> value[0][0];
        case PRE -> value[0][j];
        case POST -> value[0][i];
        default -> value[r][c];
      };
    }

    static Layer drawn(Random random) {
      int pre = random.nextInt(1, 6);
      int post = random.nextInt(1, 6);
      return switch (random.nextInt(3)) {
        case 0 -> new Layer(new RuleShape64(pre, post, 1), random);
        case 1 -> new Layer(new RuleShape64(pre, post, Map.of(), Axis.POST), random);
        default -> {
          SynapseRows rows = sparse(pre, post, random);
          yield new Layer(
              new RuleShape64(pre, post, Map.of(), Axis.PRE, Optional.of(rows)), random);
        }
      };
    }

    private static SynapseRows sparse(int pre, int post, Random random) {
      int[][] rows = new int[pre][];
      Arrays.setAll(
          rows, j -> IntStream.range(0, post).filter(i -> random.nextBoolean()).toArray());
      return SynapseRows.of(rows, post);
    }
  }

  @Property(tries = 300)
  void whatIsLostIsWhatTheFloorTakes(@ForAll long seed) {
    Random random = new Random(seed);
    Layer given = Layer.drawn(random);
    List<Factor> factors =
        random
            .ints(random.nextInt(4), 0, NAMES.size())
            .mapToObj(NAMES::get)
            .distinct()
            .map(name -> factor(name, random))
            .toList();
    double coefficient = random.nextDouble(-2, 2);
    double step = Math.scalb(1.0, random.nextInt(-3, 3));
    ProductLoss64 loss =
        new ProductLoss64(
            given.shape, new FlooredProduct(coefficient, step, factors), given::factor);
    loss.read();
    double[][] rows = given.shape.zeros(Axis.SYNAPSE);
    for (int r = 0; r < rows.length; r++) {
      double[] sign = new double[rows[r].length];
      Arrays.setAll(sign, c -> c % 3 - 1);
      double[] got = new double[rows[r].length];
      loss.subtract(r, sign, got);
      for (int c = 0; c < got.length; c++) {
        boolean turned = given.shape.rows() == Axis.POST;
        int to =
            given.shape.synapses().isPresent()
                ? given.shape.synapses().get().targets()[given.shape.synapses().get().begin(r) + c]
                : turned ? r : c;
        int from = turned ? c : r;
        double real = coefficient;
        double whole = coefficient;
        for (Factor factor : factors) {
          double units = 1 / factor.unit();
          for (String symbol : factor.symbols()) {
            units *= given.at(symbol, from, to, r, c);
          }
          double read = Math.max(units, factor.low());
          real *= read + factor.constant();
          whole *= Math.min(Math.rint(read), factor.high()) + factor.constant();
        }
        // What the engine adds to make up for losses is a whole number of steps.
        double want =
            factors.isEmpty()
                ? sign[c] * step * coefficient
                : -sign[c] * step * (real - Math.floor(whole));
        // A product that is a whole number may be either side of it after other roundings.
        if (Math.abs(whole - Math.rint(whole)) > 1e-9) {
          assertThat(Math.abs(got[c] - want)).as("%s", factors).isLessThan(1e-9);
        }
      }
    }
  }

  private static Factor factor(String name, Random random) {
    double low = random.nextBoolean() ? 0 : -LARGEST;
    double unit = random.nextBoolean() ? UNIT : -UNIT;
    return new Factor(List.of(name), unit, low, LARGEST, random.nextInt(-2, 3));
  }

  @Example
  void aRuleWithoutTheSymbolHasNoSuchProduct() {
    Factor factor = new Factor(List.of("nobody"), 1, 0, 1, 0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LossFactor64(RULE, new RuleShape64(1, 1, 1), factor))
        .withMessageContaining("(nobody)");
  }

  @Example
  void factorsAndProductsAreChecked() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FlooredProduct(1, 0, List.of()))
        .withMessageContaining("(0.0)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Factor(List.of(), 0, 0, 1, 0))
        .withMessageContaining("(0.0)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Factor(List.of(), 1, 2, 1, 0))
        .withMessageContaining("2.0 to 1.0");
  }
}
