package plastron.export.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import plastron.export.kit.PlastronDomain;
import plastron.export.proto.ClampProto;
import plastron.export.proto.ExprProto;
import plastron.export.proto.FunctionProto;
import plastron.export.proto.RuleProto;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Function;
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

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  @Domain(PlastronDomain.class)
  void aRuleOfManySymbolsComesBackEqual(@ForAll PlasticityRule rule)
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
    Symbol f = Symbol.of("f", Axis.POST, Role.SIGNAL);
    Definition signal =
        new Definition(m, Expr.sum(Expr.neg(Expr.dot(wm, y)), Expr.dot(e, x), Expr.constant(0.1)));
    return Combinators.combine(functions(), expressions(List.of(x, y, w, e, m)))
        .as(
            (function, next) ->
                new PlasticityRule(
                    "any",
                    "Any \"rule\"",
                    "line\nbreak",
                    List.of(x, y, w, wm, e, m, f),
                    List.of(signal, new Definition(f, Expr.apply(function, Expr.ref(m)))),
                    List.of(new Definition(e, next)),
                    Expr.ref(w)));
  }

  private static Arbitrary<Function> functions() {
    Arbitrary<Function> clamps =
        Combinators.combine(
                Arbitraries.doubles().between(-1e300, 0), Arbitraries.doubles().between(0, 1e300))
            .as(Function.Clamp::new);
    return Arbitraries.oneOf(
        clamps,
        Arbitraries.of(new Function.Tanh(), new Function.Sigmoid(), new Function.PositivePart()));
  }

  @Example
  void badFunctionsAreOneClearLine() {
    assertThatThrownBy(() -> FunctionMessage.read(FunctionProto.getDefaultInstance()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Function (nothing) must be one of four kinds.");
    ClampProto turned = ClampProto.newBuilder().setLow(1).setHigh(-1).build();
    assertThatThrownBy(
            () -> FunctionMessage.read(FunctionProto.newBuilder().setClamp(turned).build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Ends (1.0, -1.0) of a clamp must be ordered finite numbers.");
  }

  @Example
  void aFunctionInsideAnUpdateIsRefusedWithItsName() {
    RuleProto good = RuleMessage.write(rules().sample());
    ExprProto function = good.getSignals(1).getValue();
    RuleProto bad =
        good.toBuilder()
            .setUpdates(
                0, good.getUpdates(0).toBuilder().setValue(function.getApply().getOperand()))
            .setWeight(ExprProto.newBuilder().setNeg(function))
            .build();
    assertThatThrownBy(() -> RuleMessage.read(bad))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching(
            "Rule any has the function \\([a-z]+\\) elsewhere than around a whole signal.")
        .hasMessageNotContaining("\n");
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
