package plastron.export.model;

import java.util.List;
import plastron.export.message.ConstantName;
import plastron.export.proto.ApplyProto;
import plastron.export.proto.DefinitionProto;
import plastron.export.proto.DotProto;
import plastron.export.proto.ExprProto;
import plastron.export.proto.PartsProto;
import plastron.export.proto.RuleProto;
import plastron.export.proto.SymbolProto;
import plastron.export.proto.TimingProto;
import plastron.export.proto.TraceProto;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.rule.Definition;
import plastron.plasticity.rule.PlasticityRule;
import plastron.plasticity.rule.SpikeTiming;
import plastron.plasticity.rule.SpikeTrace;

/** A rule as a Protobuf message, as it was declared. Reading back gives an equal rule. */
public final class RuleMessage {

  private RuleMessage() {}

  /** The message of a rule. */
  public static RuleProto write(PlasticityRule rule) {
    RuleProto.Builder message =
        RuleProto.newBuilder()
            .setName(rule.name())
            .setTitle(rule.title())
            .setCitation(rule.citation());
    List<Symbol> symbols = rule.symbols();
    symbols.forEach(s -> message.addSymbols(write(s)));
    rule.signals().forEach(d -> message.addSignals(write(d, symbols)));
    rule.updates().forEach(d -> message.addUpdates(write(d, symbols)));
    if (!rule.timing().equals(SpikeTiming.NONE)) {
      message.setTiming(write(rule.timing(), symbols));
    }
    return message.setWeight(write(rule.weight(), symbols)).build();
  }

  /** Throws {@link IllegalArgumentException} if the message declares no valid rule. */
  public static PlasticityRule read(RuleProto message) {
    List<Symbol> symbols = message.getSymbolsList().stream().map(RuleMessage::read).toList();
    return new PlasticityRule(
        message.getName(),
        message.getTitle(),
        message.getCitation(),
        symbols,
        message.getSignalsList().stream().map(d -> read(d, symbols)).toList(),
        message.getUpdatesList().stream().map(d -> read(d, symbols)).toList(),
        read(message.getWeight(), symbols),
        read(message.getTiming(), symbols));
  }

  private static TimingProto write(SpikeTiming timing, List<Symbol> symbols) {
    TimingProto.Builder message = TimingProto.newBuilder();
    for (SpikeTrace trace : timing.traces()) {
      message.addTraces(
          TraceProto.newBuilder()
              .setSymbol(symbols.indexOf(trace.symbol()))
              .setTimeConstant(trace.timeConstant())
              .setEntry(trace.entry().name()));
    }
    timing.onPre().forEach(d -> message.addOnPre(write(d, symbols)));
    timing.onPost().forEach(d -> message.addOnPost(write(d, symbols)));
    return message.build();
  }

  private static SpikeTiming read(TimingProto message, List<Symbol> symbols) {
    return new SpikeTiming(
        message.getTracesList().stream().map(t -> read(t, symbols)).toList(),
        message.getOnPreList().stream().map(d -> read(d, symbols)).toList(),
        message.getOnPostList().stream().map(d -> read(d, symbols)).toList());
  }

  private static SpikeTrace read(TraceProto message, List<Symbol> symbols) {
    return new SpikeTrace(
        symbol(message.getSymbol(), symbols),
        message.getTimeConstant(),
        ConstantName.read(SpikeTrace.Entry.class, message.getEntry()));
  }

  private static SymbolProto write(Symbol symbol) {
    return SymbolProto.newBuilder()
        .setName(symbol.name())
        .setAxis(symbol.axis().name())
        .setRole(symbol.role().name())
        .setLow(symbol.bounds().low())
        .setHigh(symbol.bounds().high())
        .setLatex(symbol.latex())
        .build();
  }

  private static Symbol read(SymbolProto message) {
    return new Symbol(
        message.getName(),
        ConstantName.read(Axis.class, message.getAxis()),
        ConstantName.read(Role.class, message.getRole()),
        new Bounds(message.getLow(), message.getHigh()),
        message.getLatex());
  }

  private static DefinitionProto write(Definition definition, List<Symbol> symbols) {
    return DefinitionProto.newBuilder()
        .setSymbol(symbols.indexOf(definition.symbol()))
        .setValue(write(definition.value(), symbols))
        .build();
  }

  private static Definition read(DefinitionProto message, List<Symbol> symbols) {
    return new Definition(symbol(message.getSymbol(), symbols), read(message.getValue(), symbols));
  }

  private static ExprProto write(Expr expr, List<Symbol> symbols) {
    ExprProto.Builder message = ExprProto.newBuilder();
    switch (expr) {
      case Expr.Const c -> message.setConstant(c.value());
      case Expr.Ref r -> message.setRef(symbols.indexOf(r.symbol()));
      case Expr.Neg n -> message.setNeg(write(n.operand(), symbols));
      case Expr.Sum s -> message.setSum(parts(s.parts(), symbols));
      case Expr.Product p -> message.setProduct(parts(p.parts(), symbols));
      case Expr.Dot d ->
          message.setDot(
              DotProto.newBuilder()
                  .setMatrix(symbols.indexOf(d.matrix()))
                  .setVector(symbols.indexOf(d.vector())));
      case Expr.Apply f ->
          message.setApply(
              ApplyProto.newBuilder()
                  .setFunction(FunctionMessage.write(f.function()))
                  .setOperand(write(f.operand(), symbols)));
    }
    return message.build();
  }

  private static PartsProto parts(List<Expr> parts, List<Symbol> symbols) {
    return PartsProto.newBuilder()
        .addAllParts(parts.stream().map(p -> write(p, symbols)).toList())
        .build();
  }

  private static Expr read(ExprProto message, List<Symbol> symbols) {
    return switch (message.getKindCase()) {
      case CONSTANT -> Expr.constant(message.getConstant());
      case REF -> Expr.ref(symbol(message.getRef(), symbols));
      case NEG -> Expr.neg(read(message.getNeg(), symbols));
      case SUM -> new Expr.Sum(parts(message.getSum(), symbols));
      case PRODUCT -> new Expr.Product(parts(message.getProduct(), symbols));
      case DOT ->
          Expr.dot(
              symbol(message.getDot().getMatrix(), symbols),
              symbol(message.getDot().getVector(), symbols));
      case APPLY ->
          Expr.apply(
              FunctionMessage.read(message.getApply().getFunction()),
              read(message.getApply().getOperand(), symbols));
      case KIND_NOT_SET ->
          throw new IllegalArgumentException("Expression (nothing) must be one of seven kinds.");
    };
  }

  private static List<Expr> parts(PartsProto message, List<Symbol> symbols) {
    return message.getPartsList().stream().map(p -> read(p, symbols)).toList();
  }

  private static Symbol symbol(int index, List<Symbol> symbols) {
    if (index < 0 || index >= symbols.size()) {
      throw new IllegalArgumentException(
          "Symbol number (%d) must be one of %d.".formatted(index, symbols.size()));
    }
    return symbols.get(index);
  }
}
