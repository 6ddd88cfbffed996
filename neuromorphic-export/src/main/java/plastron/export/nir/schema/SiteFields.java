package plastron.export.nir.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import plastron.export.hdf5.Hdf5Array;
import plastron.export.hdf5.Hdf5Fields;
import plastron.export.hdf5.Hdf5Group;
import plastron.export.hdf5.Hdf5Node;
import plastron.plasticity.model.RuleSite;
import plastron.plasticity.rule.PlasticityRule;

/** What projections and drives have in common, as fields. */
final class SiteFields {

  private SiteFields() {}

  /** Texts in pairs, in their order. */
  static Hdf5Array entries(Map<String, String> entries) {
    return Hdf5Array.Texts.of(
        entries.entrySet().stream().map(e -> List.of(e.getKey(), e.getValue())).toList(), 2);
  }

  static Map<String, String> entries(Hdf5Fields fields, String name) {
    List<String> texts = fields.texts(name);
    Map<String, String> entries = new LinkedHashMap<>();
    for (int k = 0; k + 1 < texts.size(); k += 2) {
      if (entries.put(texts.get(k), texts.get(k + 1)) != null) {
        throw new IllegalArgumentException(
            "%s, %s names (%s) twice.".formatted(fields.subject(), name, texts.get(k)));
      }
    }
    return entries;
  }

  /** Groups that count from 0. */
  static Hdf5Group list(List<? extends Hdf5Node> items) {
    Map<String, Hdf5Node> list = new TreeMap<>();
    for (int k = 0; k < items.size(); k++) {
      list.put(Integer.toString(k), items.get(k));
    }
    return Hdf5Group.of(list);
  }

  /**
   * The fields.
   *
   * @param omitted a parameter that stands elsewhere, or an empty text
   */
  static Map<String, Hdf5Node> write(RuleSite site, List<PlasticityRule> rules, String omitted) {
    Map<String, Hdf5Node> fields = new TreeMap<>();
    fields.put("name", Hdf5Array.Texts.of(site.name()));
    fields.put("to", Hdf5Array.Texts.of(site.to()));
    fields.put("rule", Hdf5Array.Integers.of(rules.indexOf(site.rule())));
    fields.put("sources", entries(site.sources()));
    List<Hdf5Group> parameters = new ArrayList<>();
    site.parameters()
        .forEach(
            (name, value) ->
                parameters.add(
                    name.equals(omitted)
                        ? Hdf5Group.of(Map.of("name", Hdf5Array.Texts.of(name)))
                        : parameter(name, value)));
    fields.put("parameters", list(parameters));
    return fields;
  }

  private static Hdf5Group parameter(String name, double[][] value) {
    long[] lengths = Arrays.stream(value).mapToLong(row -> row.length).toArray();
    double[] flat = Arrays.stream(value).flatMapToDouble(Arrays::stream).toArray();
    Map<String, Hdf5Node> fields = new TreeMap<>();
    fields.put("name", Hdf5Array.Texts.of(name));
    if (Arrays.stream(lengths).distinct().count() == 1) {
      fields.put("value", new Hdf5Array.Reals(List.of(value.length, value[0].length), flat, false));
    } else {
      fields.put("value", Hdf5Array.Reals.of(flat));
      fields.put("lengths", Hdf5Array.Integers.of(lengths));
    }
    return Hdf5Group.of(fields);
  }

  /**
   * The parameters.
   *
   * @param omitted the value of the one that stands elsewhere
   */
  static Map<String, double[][]> parameters(Hdf5Fields fields, Omitted omitted) {
    Map<String, double[][]> parameters = new LinkedHashMap<>();
    for (Hdf5Fields one : fields.listed("parameters")) {
      double[][] value = one.has("value") ? parameter(one) : omitted.value();
      if (parameters.put(one.text("name"), value) != null) {
        throw new IllegalArgumentException(
            "%s names parameter (%s) twice.".formatted(fields.subject(), one.text("name")));
      }
    }
    return parameters;
  }

  /** Gives a value that stands elsewhere. */
  interface Omitted {
    /** The value, or {@link IllegalArgumentException} if it is not there. */
    double[][] value();
  }

  private static double[][] parameter(Hdf5Fields fields) {
    double[] flat = fields.numbers("value");
    int[] lengths;
    if (fields.has("lengths")) {
      lengths = fields.integers("lengths");
    } else {
      List<Integer> shape = fields.shape("value");
      lengths = new int[shape.isEmpty() ? 0 : shape.getFirst()];
      Arrays.fill(lengths, lengths.length == 0 ? 0 : flat.length / lengths.length);
    }
    return cut(fields.subject(), flat, lengths);
  }

  /** Rows of some lengths. */
  static double[][] cut(String subject, double[] flat, int[] lengths) {
    double[][] rows = new double[lengths.length][];
    int next = 0;
    for (int j = 0; j < rows.length; j++) {
      if (lengths[j] < 0 || lengths[j] > flat.length - next) {
        throw new IllegalArgumentException(
            "%s has a row of (%d) values, expected at most the %d that are left."
                .formatted(subject, lengths[j], flat.length - next));
      }
      rows[j] = Arrays.copyOfRange(flat, next, next + lengths[j]);
      next += lengths[j];
    }
    if (next != flat.length) {
      throw new IllegalArgumentException(
          "%s has %d values, expected those of its rows, %d."
              .formatted(subject, flat.length, next));
    }
    return rows;
  }
}
