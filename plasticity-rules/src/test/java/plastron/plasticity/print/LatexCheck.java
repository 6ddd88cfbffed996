package plastron.plasticity.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What makes a text compile, as far as it shows without an engine: balance, and macros that amsmath
 * has.
 */
final class LatexCheck {

  private static final Pattern MACRO = Pattern.compile("\\\\([A-Za-z]+\\*?|.)", Pattern.DOTALL);
  private static final Pattern ENVIRONMENT = Pattern.compile("\\\\(begin|end)\\{([a-z]+\\*?)}");
  private static final Set<String> KNOWN =
      Set.of(
          "begin",
          "end",
          "documentclass",
          "usepackage",
          "section*",
          "subsection*",
          "texttt",
          "text",
          "noindent",
          "left",
          "right",
          "otimes",
          "odot",
          "cdot",
          "mathit",
          "hat",
          "tanh",
          "operatorname",
          "textbackslash",
          "textasciicircum",
          "textasciitilde",
          "alpha",
          "beta",
          "eta",
          "phi",
          "psi",
          "theta",
          "mu",
          "\\",
          ",",
          "_",
          "&",
          "%",
          "#",
          "$",
          "{",
          "}");

  private LatexCheck() {}

  static void check(String latex) {
    Matcher macro = MACRO.matcher(latex);
    while (macro.find()) {
      assertThat(KNOWN).contains(macro.group(1));
    }
    Deque<String> open = new ArrayDeque<>();
    Matcher environment = ENVIRONMENT.matcher(latex);
    while (environment.find()) {
      if (environment.group(1).equals("begin")) {
        open.push(environment.group(2));
      } else {
        assertThat(open.poll()).isEqualTo(environment.group(2));
      }
    }
    assertThat(open).isEmpty();
    String bare = latex.replaceAll("\\\\\\\\", "").replaceAll("\\\\[{}$&_]", "");
    int depth = 0;
    for (int i = 0; i < bare.length(); i++) {
      depth += bare.charAt(i) == '{' ? 1 : bare.charAt(i) == '}' ? -1 : 0;
      assertThat(depth).isNotNegative();
    }
    assertThat(depth).isZero();
    assertThat(bare.chars().filter(c -> c == '$').count() % 2).isZero();
    assertThat(count(latex, "\\\\left\\(")).isEqualTo(count(latex, "\\\\right\\)"));
    assertThat(bare).doesNotContainPattern("_\\{[^}]*\\}_|_[A-Za-z\\\\]+_");
    assertThat(latex).matches(Pattern.compile("\\p{ASCII}*"));
  }

  private static long count(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().count();
  }
}
