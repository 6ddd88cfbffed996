package plastron.plasticity.kit;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.rule.PlasticityRule;

/**
 * Values as Java that makes them again, with simple names of types: what a counterexample is pasted
 * into a test as. A rule is the statements of its declaration.
 */
public final class Pasted {

  /** As many entries {@code Map.of} takes. */
  private static final int SHORT_MAP = 10;

  /** The only rule of a value, which is declared before it; none if there are several. */
  private final Optional<PlasticityRule> declared;

  private Pasted(Optional<PlasticityRule> declared) {
    this.declared = declared;
  }

  /** Whether a value can be pasted: a record of this project, a rule or spikes. */
  public static boolean isPossible(Object value) {
    return value instanceof SpikeRaster
        || (value.getClass().isRecord() && value.getClass().getName().startsWith("plastron."));
  }

  /**
   * The code of a value. Where it has one rule, statements that declare {@code rule} stand before
   * an expression that uses it.
   */
  public static String of(Object value) {
    List<PlasticityRule> rules = rules(value).distinct().toList();
    if (rules.size() != 1 || !RuleCode.isPossible(rules.getFirst())) {
      return new Pasted(Optional.empty()).expression(value);
    }
    PlasticityRule rule = rules.getFirst();
    String declaration = RuleCode.of(rule);
    return value.equals(rule)
        ? declaration
        : declaration + "\n" + new Pasted(Optional.of(rule)).expression(value);
  }

  /** A value without a rule as an expression. */
  static String plain(Object value) {
    return new Pasted(Optional.empty()).expression(value);
  }

  private static Stream<PlasticityRule> rules(Object value) {
    if (value instanceof PlasticityRule rule) {
      return Stream.of(rule);
    }
    if (value instanceof List<?> list) {
      return list.stream().flatMap(Pasted::rules);
    }
    if (value instanceof Record) {
      return Stream.of(value.getClass().getRecordComponents())
          .flatMap(component -> rules(read(value, component)));
    }
    return Stream.empty();
  }

  private String expression(Object value) {
    return switch (value) {
      case PlasticityRule rule when declared.filter(rule::equals).isPresent() -> "rule";
      case String text -> quoted(text);
      case Double number -> number(number);
      case Float number -> number((double) number) + "f";
      case Long number -> number + "L";
      case Enum<?> constant -> name(constant.getDeclaringClass()) + "." + constant.name();
      case Optional<?> some -> some.map(v -> call("Optional.of", v)).orElse("Optional.empty()");
      case List<?> list -> call("List.of", list.toArray());
      case Map<?, ?> map -> map(map);
      case SpikeRaster spikes -> call("SpikeText.read", SpikeText.rows(spikes).toArray());
      case Record made -> record(made);
      case Object array when array.getClass().isArray() ->
          "new " + array.getClass().getSimpleName() + " " + elements(array);
      default -> value.toString();
    };
  }

  private static String number(double value) {
    if (Double.isNaN(value)) {
      return "Double.NaN";
    }
    return Double.isInfinite(value)
        ? "Double." + (value > 0 ? "POSITIVE" : "NEGATIVE") + "_INFINITY"
        : Double.toString(value);
  }

  static String quoted(String text) {
    return "\""
        + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t")
        + "\"";
  }

  private String record(Object made) {
    return call(
        "new " + name(made.getClass()),
        Stream.of(made.getClass().getRecordComponents()).map(c -> read(made, c)).toArray());
  }

  /** With the types around it. */
  private static String name(Class<?> type) {
    Class<?> around = type.getEnclosingClass();
    return around == null ? type.getSimpleName() : name(around) + "." + type.getSimpleName();
  }

  private String call(String function, Object... arguments) {
    return Stream.of(arguments)
        .map(this::expression)
        .collect(Collectors.joining(", ", function + "(", ")"));
  }

  private String map(Map<?, ?> map) {
    boolean isShort = map.size() <= SHORT_MAP;
    StringJoiner entries = new StringJoiner(", ", isShort ? "Map.of(" : "Map.ofEntries(", ")");
    map.forEach(
        (key, value) -> {
          String entry = expression(key) + ", " + expression(value);
          entries.add(isShort ? entry : "Map.entry(" + entry + ")");
        });
    return entries.toString();
  }

  private String elements(Object array) {
    StringJoiner elements = new StringJoiner(", ", "{", "}");
    for (int i = 0; i < Array.getLength(array); i++) {
      Object element = Array.get(array, i);
      elements.add(element.getClass().isArray() ? elements(element) : expression(element));
    }
    return elements.toString();
  }

  private static Object read(Object made, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(made);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "Component %s of %s (%s) cannot be read.".formatted(component, made, e), e);
    }
  }
}
