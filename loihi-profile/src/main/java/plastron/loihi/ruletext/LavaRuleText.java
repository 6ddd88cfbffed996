package plastron.loihi.ruletext;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plastron.loihi.learning.TraceParameters;
import plastron.loihi.rule.MicrocodeRule;
import plastron.loihi.rule.RuleSyntaxException;
import plastron.loihi.rule.Variable;

/**
 * Reads a rule as it stands in a program for Lava: {@code Loihi2FLearningRule(dw="...",
 * x1_impulse=16, ...)}, its arguments alone, or the string of the weight alone. Nothing is run.
 */
final class LavaRuleText {

  private static final int LONGEST = 10_000;

  private static final Pattern CALL =
      Pattern.compile("(Loihi(?:2F|3F)?LearningRule)\\s*\\((.*)\\)", Pattern.DOTALL);

  private static final Pattern ARGUMENT =
      Pattern.compile("\\s*([A-Za-z]\\w*)\\s*=\\s*(\"[^\"]*\"|'[^']*'|[^,;\"']*)\\s*(?:[,;]|$)");

  private static final List<Variable> TRACES =
      List.of(Variable.X1, Variable.X2, Variable.Y1, Variable.Y2, Variable.Y3);

  private static final List<String> STRINGS = List.of("dw", "dd", "dt");

  private LavaRuleText() {}

  /** Throws {@link IllegalArgumentException} with one line for what is no rule. */
  static LavaRule read(String text) {
    String rule = text.strip();
    if (rule.isEmpty() || rule.length() > LONGEST) {
      throw new IllegalArgumentException(
          "Lava rule (%d characters) must have 1 to %d.".formatted(rule.length(), LONGEST));
    }
    Matcher call = CALL.matcher(rule);
    boolean called = call.matches();
    boolean third = called && call.group(1).equals("Loihi3FLearningRule");
    String body = called ? call.group(2) : rule;
    Map<String, String> arguments =
        body.contains("=") ? arguments(body) : Map.of("dw", unquoted(body));
    try {
      LavaRule read =
          new LavaRule(
              third,
              MicrocodeRule.parse(
                  string(arguments, "dw"), string(arguments, "dd"), string(arguments, "dt")),
              traces(arguments, third),
              epoch(arguments));
      if (read.products().stream().anyMatch(product -> LavaRule.reads(product, Variable.R1))) {
        throw new IllegalArgumentException(
            "Lava rule has the name (r1), which Lava does not know: expected x0-x2, y0-y3, w, d, t"
                + " or u0-u9. Maybe use y2 of Loihi3FLearningRule.");
      }
      return read;
    } catch (RuleSyntaxException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static Map<String, String> arguments(String body) {
    Map<String, String> arguments = new LinkedHashMap<>();
    Matcher next = ARGUMENT.matcher(body);
    int at = 0;
    while (at < body.length() && !body.substring(at).isBlank()) {
      next.region(at, body.length());
      if (!next.lookingAt()) {
        throw new IllegalArgumentException(
            "Lava rule has (%s) where an argument such as dw=\"...\" or x1_tau=20 is expected."
                .formatted(body.substring(at).strip()));
      }
      String name = next.group(1);
      if (!known().contains(name)) {
        throw new IllegalArgumentException(
            "Argument (%s) of a Lava rule must be one of %s."
                .formatted(name, String.join(", ", known())));
      }
      if (arguments.put(name, unquoted(next.group(2))) != null) {
        throw new IllegalArgumentException(
            "Argument (%s) of a Lava rule must stand there once.".formatted(name));
      }
      at = next.end();
    }
    return arguments;
  }

  private static List<String> known() {
    List<String> known = new ArrayList<>(STRINGS);
    for (Variable trace : TRACES) {
      known.add(trace.symbol() + "_impulse");
      known.add(trace.symbol() + "_tau");
    }
    known.addAll(List.of("t_epoch", "rng_seed"));
    return known;
  }

  private static String unquoted(String value) {
    String bare = value.strip();
    boolean quoted =
        bare.length() > 1
            && (bare.charAt(0) == '"' || bare.charAt(0) == '\'')
            && bare.charAt(bare.length() - 1) == bare.charAt(0);
    return quoted ? bare.substring(1, bare.length() - 1) : bare;
  }

  private static Optional<String> string(Map<String, String> arguments, String name) {
    return Optional.ofNullable(arguments.get(name)).filter(v -> !v.equals("None"));
  }

  private static Map<Variable, TraceParameters> traces(
      Map<String, String> arguments, boolean third) {
    Map<Variable, TraceParameters> traces = new EnumMap<>(Variable.class);
    for (Variable trace : TRACES) {
      String name = trace.symbol();
      Optional<Double> impulse = number(arguments, name + "_impulse");
      Optional<Double> tau = number(arguments, name + "_tau");
      if (impulse.isEmpty() && tau.isEmpty()) {
        continue;
      }
      if (third && trace.axis() == Variable.Axis.POST) {
        throw new IllegalArgumentException(
            "Argument (%s) is not one of Loihi3FLearningRule, whose neurons write %s."
                .formatted(name + (impulse.isPresent() ? "_impulse" : "_tau"), name));
      }
      traces.put(trace, TraceParameters.of(impulse.orElse(0.0), tau.orElse(0.0)));
    }
    return traces;
  }

  private static Optional<Double> number(Map<String, String> arguments, String name) {
    String value = arguments.get(name);
    if (value == null) {
      return Optional.empty();
    }
    try {
      double number = Double.parseDouble(value);
      // Java takes letters at the end that Python does not.
      if (number >= 0 && number < 1e9 && !value.toLowerCase(Locale.ROOT).matches(".*[dfxp].*")) {
        return Optional.of(number);
      }
    } catch (NumberFormatException e) {
      // It is named below.
    }
    throw new IllegalArgumentException(
        "Argument %s (%s) of a Lava rule must be a number from 0.".formatted(name, value));
  }

  private static int epoch(Map<String, String> arguments) {
    double epoch = number(arguments, "t_epoch").orElse(1.0);
    if (epoch < 1 || epoch > 63 || epoch != Math.rint(epoch)) {
      throw new IllegalArgumentException(
          "Argument t_epoch (%s) of a Lava rule must be a whole number from 1 to 63."
              .formatted(arguments.get("t_epoch")));
    }
    return (int) epoch;
  }
}
