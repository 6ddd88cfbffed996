package plastron.plasticity.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plastron.core.network.Neuron;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.rule.PlasticityRule;
import plastron.plasticity.rule.RuleBuilder;

/** What is pasted compiles, and makes what it was made of. */
class PastedTest {

  private static final String IMPORTS =
      """
      import static plastron.plasticity.expr.Expr.*;
      import java.util.*;
      import plastron.core.network.*;
      import plastron.plasticity.expr.*;
      import plastron.plasticity.expr.Function;
      import plastron.plasticity.f64.*;
      import plastron.plasticity.family.*;
      import plastron.plasticity.kit.*;
      import plastron.plasticity.rule.*;
      """;

  @TempDir private Path folder;

  /** The values that codes make, each in a method of its own. */
  private List<Object> made(List<String> codes) throws ReflectiveOperationException, IOException {
    StringBuilder source = new StringBuilder(IMPORTS).append("public class Made {\n");
    for (int k = 0; k < codes.size(); k++) {
      String code = codes.get(k);
      int last = code.lastIndexOf('\n') + 1;
      String end = code.substring(last);
      source.append("public static Object m%d() {\n%s".formatted(k, code.substring(0, last)));
      boolean isRule = end.startsWith("PlasticityRule rule");
      source.append(isRule ? end + " return rule;\n}\n" : "return %s;\n}\n".formatted(end));
    }
    Path file = Files.writeString(folder.resolve("Made.java"), source.append("}\n"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter complaints = new StringWriter();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      assertThat(
              compiler
                  .getTask(
                      complaints,
                      manager,
                      null,
                      List.of("-d", folder.toString()),
                      null,
                      manager.getJavaFileObjects(file))
                  .call())
          .as("%s", complaints)
          .isTrue();
    }
    List<Object> made = new ArrayList<>();
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
      Class<?> type = loader.loadClass("Made");
      for (int k = 0; k < codes.size(); k++) {
        made.add(type.getMethod("m" + k).invoke(null));
      }
    }
    return made;
  }

  private void comesBack(List<?> values) throws ReflectiveOperationException, IOException {
    List<Object> back = made(values.stream().map(Pasted::of).toList());
    for (int k = 0; k < back.size(); k++) {
      assertThat(back.get(k)).isEqualTo(values.get(k));
    }
  }

  @Test
  void rulesComeBackEqual() throws Exception {
    comesBack(
        Stream.concat(
                LongStream.range(0, 60).mapToObj(seed -> RandomRule.draw(seed, 3)),
                Catalogue.families().stream().map(f -> f.build(RuleOptions.paper().clippedAt(0.5))))
            .toList());
  }

  @Test
  void aRuleThatTheBuilderCannotSayComesBackEqual() throws Exception {
    Symbol x = Symbol.of("x", Axis.PRE, Role.ACTIVITY).printed("\\xi \"quoted\"\n");
    Symbol w = Symbol.of("int", Axis.SYNAPSE, Role.PARAMETER);
    comesBack(
        List.of(
            new PlasticityRule(
                "odd", "Odd", "", List.of(x, w), List.of(), List.of(), Expr.ref(w))));
  }

  @Test
  void symbolsMayHaveNamesThatJavaHasTaken() throws Exception {
    RuleBuilder rule = PlasticityRule.named("names");
    Symbol w = rule.parameter("int", Axis.SYNAPSE);
    Symbol r = rule.parameter("rule", Axis.GLOBAL, Bounds.UNIT, "r");
    Symbol d = rule.state("declared", Axis.SYNAPSE, Bounds.NONE, "d");
    comesBack(
        List.of(rule.update(d, Expr.product(r, d)).weight(Expr.sum(Expr.ref(w), Expr.ref(d)))));
  }

  @Test
  void numbersAndRecordsComeBackEqual() throws Exception {
    RuleCase drawn =
        RuleCase.of(
            RandomRule.draw(3, 2), new Sides(2, 1, List.of(1, 2), Axis.POST), Long.MIN_VALUE);
    comesBack(
        List.of(
            drawn,
            new Neuron.Lif(1, 0.1, -0.0, Neuron.Reset.HARD, 2),
            Bounds.NONE,
            SpikeText.read("1..", ".11"),
            new Sides(1, 1, List.of(), Axis.PRE)));
    assertThat(Pasted.plain(Map.of("a", new double[][] {{1, Double.NaN}})))
        .isEqualTo("Map.of(\"a\", new double[][] {{1.0, Double.NaN}})");
    assertThat(Pasted.plain(Optional.of(-1L))).isEqualTo("Optional.of(-1L)");
  }

  @Test
  void otherValuesAreLeftToWhoReportsThem() {
    assertThat(new PastedSamples().appliesTo("text")).isFalse();
    assertThat(new PastedSamples().appliesTo(new SpikeRaster(1, 1))).isTrue();
  }
}
