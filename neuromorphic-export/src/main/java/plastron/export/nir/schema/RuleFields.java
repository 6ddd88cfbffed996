package plastron.export.nir.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import plastron.export.hdf5.Hdf5Array;
import plastron.export.hdf5.Hdf5Fields;
import plastron.export.hdf5.Hdf5Group;
import plastron.export.hdf5.Hdf5Node;
import plastron.export.message.ConstantName;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.print.RuleFormat;
import plastron.plasticity.rule.Definition;
import plastron.plasticity.rule.PlasticityRule;

/** A rule as a group of fields: as it was declared, and in normal form, which has to agree. */
final class RuleFields {

  private static final int SYMBOL_COLUMNS = 4;

  private RuleFields() {}

  static Hdf5Group write(PlasticityRule rule) {
    Map<String, Hdf5Node> fields = new TreeMap<>();
    fields.put("name", Hdf5Array.Texts.of(rule.name()));
    fields.put("title", Hdf5Array.Texts.of(rule.title()));
    fields.put("citation", Hdf5Array.Texts.of(rule.citation()));
    fields.put("weight", Hdf5Array.Texts.of(RuleText.print(rule.weight())));
    fields.put("text", Hdf5Array.Texts.of(RuleFormat.TEXT.printWithNormalForm(rule)));
    fields.put("normal_form", NormalFormFields.write(rule));
    List<List<String>> symbols = new ArrayList<>();
    List<double[]> bounds = new ArrayList<>();
    for (Symbol s : rule.symbols()) {
      symbols.add(List.of(s.name(), s.axis().name(), s.role().name(), s.latex()));
      bounds.add(new double[] {s.bounds().low(), s.bounds().high()});
    }
    fields.put("symbols", Hdf5Array.Texts.of(symbols, SYMBOL_COLUMNS));
    fields.put(
        "bounds",
        new Hdf5Array.Reals(
            List.of(bounds.size(), 2),
            bounds.stream().flatMapToDouble(java.util.Arrays::stream).toArray(),
            false));
    fields.put("signals", definitions(rule.signals()));
    fields.put("updates", definitions(rule.updates()));
    return Hdf5Group.of(fields);
  }

  private static Hdf5Array definitions(List<Definition> definitions) {
    return Hdf5Array.Texts.of(
        definitions.stream()
            .map(d -> List.of(d.symbol().name(), RuleText.print(d.value())))
            .toList(),
        2);
  }

  /** Throws {@link IllegalArgumentException} if the fields declare no valid rule. */
  static PlasticityRule read(Hdf5Fields fields) {
    PlasticityRule rule = declared(fields);
    NormalFormFields.check(fields.inner("normal_form"), rule);
    return rule;
  }

  /** The rule as it was declared, which is all that files of {@code plastron-nir/1} have. */
  static PlasticityRule declared(Hdf5Fields fields) {
    List<String> texts = fields.texts("symbols");
    double[] bounds = fields.reals("bounds");
    if (texts.size() != SYMBOL_COLUMNS * (bounds.length / 2)) {
      throw new IllegalArgumentException(
          "%s has %d texts of symbols and %d bounds, expected 4 and 2 for each."
              .formatted(fields.subject(), texts.size(), bounds.length));
    }
    Map<String, Symbol> symbols = new LinkedHashMap<>();
    for (int s = 0; s < bounds.length / 2; s++) {
      List<String> row = texts.subList(SYMBOL_COLUMNS * s, SYMBOL_COLUMNS * (s + 1));
      Symbol symbol =
          new Symbol(
              row.get(0),
              ConstantName.read(Axis.class, row.get(1)),
              ConstantName.read(Role.class, row.get(2)),
              new Bounds(bounds[2 * s], bounds[2 * s + 1]),
              row.get(3));
      if (symbols.put(symbol.name(), symbol) != null) {
        throw new IllegalArgumentException(
            "%s declares symbol (%s) twice.".formatted(fields.subject(), symbol));
      }
    }
    return new PlasticityRule(
        fields.text("name"),
        fields.text("title"),
        fields.text("citation"),
        List.copyOf(symbols.values()),
        definitions(fields, "signals", symbols),
        definitions(fields, "updates", symbols),
        RuleText.parse(fields.text("weight"), symbols));
  }

  private static List<Definition> definitions(
      Hdf5Fields fields, String name, Map<String, Symbol> symbols) {
    List<String> texts = fields.texts(name);
    List<Definition> definitions = new ArrayList<>();
    for (int k = 0; k + 1 < texts.size(); k += 2) {
      Symbol symbol = symbols.get(texts.get(k));
      if (symbol == null) {
        throw new IllegalArgumentException(
            "%s, %s (%s) must be one of %s."
                .formatted(fields.subject(), name, texts.get(k), symbols.keySet()));
      }
      definitions.add(new Definition(symbol, RuleText.parse(texts.get(k + 1), symbols)));
    }
    return definitions;
  }
}
