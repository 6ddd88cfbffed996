package plastron.loihi.ruletext;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import plastron.export.format.ImportedRule;
import plastron.export.format.RuleImporters;

/** Whatever the text, it is a rule or refused in one line. */
class LavaRuleProperties {

  private static final List<String> PIECES =
      List.of(
          "x0",
          "x1",
          "x2",
          "y0",
          "y1",
          "y2",
          "y3",
          "w",
          "t",
          "d",
          "u0",
          "u1",
          "sgn(",
          "(",
          ")",
          "*",
          "+",
          "-",
          " - ",
          "2^-3",
          "2",
          "7*2^8",
          "dw=",
          "dt=",
          "dd=",
          "\"",
          "'",
          ",",
          ";",
          "x1_impulse=16",
          "x1_tau=10",
          "y1_impulse=8",
          "y1_tau=0",
          "x2_impulse=1.5",
          "t_epoch=4",
          "None",
          "Loihi2FLearningRule(",
          "Loihi3FLearningRule(",
          "\n",
          "\u0000",
          "9999999999");

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(PIECES).list().ofMaxSize(16).map(pieces -> String.join("", pieces));
  }

  @Provide
  Arbitrary<String> products() {
    Arbitrary<String> factors =
        Arbitraries.of("x1", "x2", "y1", "y2", "w", "t", "(x1-3)", "(w+1)", "2", "2^-2")
            .list()
            .ofMaxSize(4)
            .map(f -> "u2" + String.join("", f.stream().map(x -> "*" + x).toList()));
    return factors
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(p -> "dw=\"" + String.join(" - ", p) + "\", x1_impulse=16, x1_tau=5");
  }

  @Property(tries = 1000)
  void anythingIsReadOrRefused(@ForAll("texts") String text) {
    read(text);
  }

  @Property(tries = 500)
  void sumsOfProductsAreReadAgainFromWhatIsShown(@ForAll("products") String text) {
    Optional<ImportedRule> rule = read(text);
    if (rule.isPresent()) {
      String shown = rule.get().lines().getFirst().replace("dw = ", "");
      ImportedRule again = read("dw=\"" + shown + "\", x1_impulse=16, x1_tau=5").orElseThrow();
      assertThat(again).isEqualTo(rule.get());
      assertThat(rule.get().start().values()).allMatch(Double::isFinite);
    }
  }

  private static Optional<ImportedRule> read(String text) {
    try {
      ImportedRule rule = RuleImporters.named("lava").read(text, 0.5);
      assertThat(rule.lines()).isNotEmpty().allMatch(line -> line.matches("[^\\p{Cc}]+"));
      assertThat(rule.interval()).isPositive();
      return Optional.of(rule);
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).isNotBlank();
      return Optional.empty();
    }
  }
}
