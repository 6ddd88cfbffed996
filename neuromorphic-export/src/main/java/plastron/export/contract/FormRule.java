package plastron.export.contract;

import static plastron.plasticity.expr.Expr.neg;
import static plastron.plasticity.expr.Expr.product;
import static plastron.plasticity.expr.Expr.ref;
import static plastron.plasticity.expr.Expr.sum;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.rule.PlasticityRule;
import plastron.plasticity.rule.RuleBuilder;

/**
 * A rule put together from parts, {@code E' = E - decay + eta.post.pre - prediction}, with the
 * effective weight {@code W + alpha.E}. None of its symbols has a name that the catalogue uses.
 *
 * @param post factor of the post side
 * @param pre factor of the pre side
 * @param decay what the trace loses by itself
 * @param prediction what it loses to what it predicts
 * @param secondFixed whether the effective weight has a second fixed term
 */
public record FormRule(Post post, Pre pre, Decay decay, Prediction prediction, boolean secondFixed)
    implements RuleFamily {

  /** Names of the rates of learning. */
  static final Set<String> RATES = Set.of("speed", "level_speed", "slope_speed");

  /** Name of the fixed part of the weight. */
  static final String FIXED = "fixed";

  /** Name of a second fixed part. */
  static final String SECOND = "second";

  /** Name of what the trace is multiplied by in the weight. */
  static final String GAIN = "gain";

  /** Factors of the post side. */
  public enum Post {
    /** {@code y}. */
    RATE("y"),
    /** {@code M.y} with {@code M = W_m y}. */
    MODULATED("M.y"),
    /** {@code y.(y - theta)}. */
    SLIDING("y.(y-theta)");

    private final String text;

    Post(String text) {
      this.text = text;
    }
  }

  /** Factors of the pre side. */
  public enum Pre {
    /** {@code x}. */
    RATE("x"),
    /** {@code x.(x - phi - psi)}. */
    SLIDING("x.(x-phi-psi)");

    private final String text;

    Pre(String text) {
      this.text = text;
    }
  }

  /** What the trace loses by itself. */
  public enum Decay {
    /** Nothing. */
    NONE("none"),
    /** {@code eta.E}. */
    CONSTANT("eta.E"),
    /** {@code eta.y.y.E}. */
    POST_SQUARE("eta.y.y.E");

    private final String text;

    Decay(String text) {
      this.text = text;
    }
  }

  /** What the trace loses to what it predicts. */
  public enum Prediction {
    /** Nothing. */
    NONE("none"),
    /** {@code eta.E.x.x}. */
    OWN("own synapse"),
    /** {@code eta.(E x).x}. */
    SUMMED("summed");

    private final String text;

    Prediction(String text) {
      this.text = text;
    }
  }

  /** All of them, without a second fixed term. */
  public static List<FormRule> all() {
    List<FormRule> all = new ArrayList<>();
    for (Post post : Post.values()) {
      for (Pre pre : Pre.values()) {
        for (Decay decay : Decay.values()) {
          for (Prediction prediction : Prediction.values()) {
            all.add(new FormRule(post, pre, decay, prediction, false));
          }
        }
      }
    }
    return all;
  }

  /** The rule with a second fixed term in its weight. */
  FormRule withSecondFixed() {
    return new FormRule(post, pre, decay, prediction, true);
  }

  /** Post factor, pre factor, decay and prediction for a table. */
  public List<String> columns() {
    return List.of(post.text, pre.text, decay.text, prediction.text);
  }

  @Override
  public String name() {
    UnaryOperator<String> part = s -> s.toLowerCase(Locale.ROOT).replace('_', '-');
    return "form-%s-%s-%s-%s%s"
        .formatted(
            part.apply(post.name()),
            part.apply(pre.name()),
            part.apply(decay.name()),
            part.apply(prediction.name()),
            secondFixed ? "-two" : "");
  }

  @Override
  public boolean isModulated() {
    return post == Post.MODULATED;
  }

  @Override
  public PlasticityRule build(RuleOptions options) {
    RuleBuilder rule = PlasticityRule.named(name());
    Symbol x = rule.activity("before", Axis.PRE);
    Symbol y = rule.activity("after", Axis.POST);
    Symbol fixed = rule.parameter(FIXED, Axis.SYNAPSE, Bounds.NONE, "f");
    Symbol gain = rule.parameter(GAIN, options.alphaAxis(), Bounds.NONE, "a");
    Symbol speed = rule.parameter("speed", Axis.GLOBAL, Bounds.UNIT, "s");
    Symbol memory = rule.state("memory", Axis.SYNAPSE, Bounds.symmetric(options.clip()), "m");
    Expr postFactor = postFactor(rule, y);
    Expr preFactor = preFactor(rule, x);
    List<Expr> next = new ArrayList<>();
    next.add(ref(memory));
    switch (decay) {
      case NONE -> {}
      case CONSTANT -> next.add(neg(product(speed, memory)));
      case POST_SQUARE -> next.add(neg(product(speed, y, y, memory)));
    }
    next.add(product(ref(speed), postFactor, preFactor));
    switch (prediction) {
      case NONE -> {}
      case OWN -> next.add(neg(product(speed, memory, x, x)));
      case SUMMED -> {
        Symbol predicted = rule.signal("predicted", Expr.dot(memory, x));
        next.add(neg(product(speed, predicted, x)));
      }
    }
    rule.update(memory, sum(next.toArray(Expr[]::new)));
    Expr weight = sum(ref(fixed), product(gain, memory));
    if (secondFixed) {
      Symbol second = rule.parameter(SECOND, Axis.SYNAPSE, Bounds.NONE, "g");
      weight = sum(weight, ref(second));
    }
    return rule.weight(weight);
  }

  private Expr postFactor(RuleBuilder rule, Symbol y) {
    return switch (post) {
      case RATE -> ref(y);
      case MODULATED -> {
        Symbol matrix = rule.parameter("mixing", Axis.POST_POST, Bounds.NONE, "X");
        yield product(rule.signal("teacher", Expr.dot(matrix, y)), y);
      }
      case SLIDING -> {
        Symbol theta = rule.state("level", Axis.POST, Bounds.NONE, "l");
        Symbol slide = rule.parameter("level_speed", Axis.GLOBAL, Bounds.UNIT, "s_l");
        rule.update(theta, sum(ref(theta), neg(product(slide, theta)), product(slide, y, y)));
        yield ref(rule.signal("above", sum(product(y, y), neg(product(y, theta)))));
      }
    };
  }

  private Expr preFactor(RuleBuilder rule, Symbol x) {
    if (pre == Pre.RATE) {
      return ref(x);
    }
    Symbol phi = rule.state("slope", Axis.PRE, Bounds.NONE, "k");
    Symbol psi = rule.parameter("offset", Axis.PRE, Bounds.NONE, "o");
    Symbol slide = rule.parameter("slope_speed", Axis.GLOBAL, Bounds.UNIT, "s_k");
    rule.update(phi, sum(ref(phi), neg(product(slide, phi)), product(slide, x)));
    return ref(
        rule.signal("beyond", sum(product(x, x), neg(product(x, phi)), neg(product(x, psi)))));
  }
}
