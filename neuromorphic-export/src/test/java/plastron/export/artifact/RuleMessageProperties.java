package plastron.export.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import plastron.export.proto.RuleProto;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.rule.Definition;
import plastron.plasticity.rule.PlasticityRule;

/** Any rule, with any tree of expressions, is the same after writing and reading. */
class RuleMessageProperties {

  @Property(tries = 300)
  void aRuleComesBackEqual(@ForAll("rules") PlasticityRule rule)
      throws InvalidProtocolBufferException {
    byte[] bytes = RuleMessage.write(rule).toByteArray();
    assertThat(RuleMessage.read(RuleProto.parseFrom(bytes))).isEqualTo(rule);
  }

  @Provide
  Arbitrary<PlasticityRule> rules() {
    Symbol x = Symbol.of("x", Axis.PRE, Role.ACTIVITY);
    Symbol y = Symbol.of("y", Axis.POST, Role.ACTIVITY);
    Symbol w =
        new Symbol(
            "W", Axis.SYNAPSE, Role.PARAMETER, new Bounds(-0.0, Double.POSITIVE_INFINITY), "\\W");
    Symbol wm = Symbol.of("W_m", Axis.POST_POST, Role.PARAMETER);
    Symbol e = Symbol.of("E", Axis.SYNAPSE, Role.STATE).within(Bounds.symmetric(0.1));
    Symbol m = Symbol.of("M", Axis.POST, Role.SIGNAL);
    Definition signal =
        new Definition(m, Expr.sum(Expr.neg(Expr.dot(wm, y)), Expr.dot(e, x), Expr.constant(0.1)));
    return expressions(List.of(x, y, w, e, m))
        .map(
            next ->
                new PlasticityRule(
                    "any",
                    "Any \"rule\"",
                    "line\nbreak",
                    List.of(x, y, w, wm, e, m),
                    List.of(signal),
                    List.of(new Definition(e, next)),
                    Expr.ref(w)));
  }

  private static Arbitrary<Expr> expressions(List<Symbol> symbols) {
    Arbitrary<Expr> leaf =
        Arbitraries.oneOf(
            Arbitraries.doubles().map(Expr::constant), Arbitraries.of(symbols).map(Expr::ref));
    return Arbitraries.recursive(
        () -> leaf,
        deeper ->
            Arbitraries.oneOf(
                deeper.map(Expr::neg),
                deeper.list().ofMinSize(1).ofMaxSize(3).map(Expr.Sum::new),
                deeper.list().ofMinSize(1).ofMaxSize(3).map(Expr.Product::new)),
        0,
        3);
  }
}
