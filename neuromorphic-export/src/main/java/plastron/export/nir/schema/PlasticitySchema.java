package plastron.export.nir.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import plastron.export.hdf5.Hdf5Array;
import plastron.export.hdf5.Hdf5Fields;
import plastron.export.hdf5.Hdf5Group;
import plastron.export.hdf5.Hdf5Node;
import plastron.export.message.ConstantName;
import plastron.export.nir.write.NodeNames;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.Drive;
import plastron.plasticity.model.Learned;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.model.RateEstimator;
import plastron.plasticity.model.RuleSite;
import plastron.plasticity.rule.PlasticityRule;

/**
 * A model as the group {@code plasticity} of a NIR graph's metadata, but for the weights that nodes
 * have. Reading back gives the same model. docs/nir-plasticity.md says what every field means.
 */
public final class PlasticitySchema {

  /** Name of the group. */
  public static final String GROUP = "plasticity";

  /** What the group names as its schema. */
  public static final String SCHEMA = "nir-plasticity/1";

  /**
   * What files of earlier builds name: the same without normal forms, delays and drawn synapses.
   */
  private static final String EARLIER = "plastron-nir/1";

  private PlasticitySchema() {}

  /** Whether metadata hold a model of this schema; throws if they hold plasticity of another. */
  public static boolean isIn(Hdf5Fields metadata) {
    Hdf5Fields group = metadata.innerOrEmpty(GROUP);
    if (group.has("schema")) {
      group.choice("schema", List.of(SCHEMA, EARLIER));
      return true;
    }
    if (group.has("rule") && !group.text("rule").equals("none")) {
      throw new IllegalArgumentException(
          "%s has rule (%s) in no schema, expected %s or none. Maybe remove it, to read the fixed weights."
              .formatted(group.subject(), group.text("rule"), SCHEMA));
    }
    return false;
  }

  /** Writes a model. */
  public static Hdf5Group write(PlasticModel model, NodeNames names) {
    PlasticGraph graph = model.graph();
    List<PlasticityRule> rules = graph.sites().stream().map(RuleSite::rule).distinct().toList();
    Map<String, Hdf5Node> fields = new TreeMap<>();
    fields.put("schema", Hdf5Array.Texts.of(SCHEMA));
    fields.put("name", Hdf5Array.Texts.of(model.name()));
    fields.put("provenance", SiteFields.entries(model.provenance()));
    fields.put("update_interval", Hdf5Array.Integers.of(graph.clock().updateInterval()));
    fields.put("reference_rate", Hdf5Array.Reals.of(graph.clock().referenceRate()));
    if (graph.clock().rates() instanceof RateEstimator.ExponentialTrace(double decay)) {
      fields.put("trace_decay", Hdf5Array.Reals.of(decay));
    }
    fields.put(
        "populations",
        SiteFields.list(graph.populations().stream().map(PopulationFields::write).toList()));
    fields.put("rules", SiteFields.list(rules.stream().map(RuleFields::write).toList()));
    fields.put(
        "projections",
        SiteFields.list(
            graph.projections().stream()
                .map(p -> ProjectionFields.write(p, graph, rules, names.projection(p.name())))
                .toList()));
    fields.put(
        "drives", SiteFields.list(graph.drives().stream().map(d -> drive(d, rules)).toList()));
    fields.put(
        "learned",
        SiteFields.list(graph.learned().stream().map(PlasticitySchema::learned).toList()));
    return Hdf5Group.of(fields);
  }

  private static Hdf5Group drive(Drive drive, List<PlasticityRule> rules) {
    Map<String, Hdf5Node> fields = SiteFields.write(drive, rules, "");
    fields.put("target", Hdf5Array.Texts.of(drive.target().name()));
    return Hdf5Group.of(fields);
  }

  private static Hdf5Group learned(Learned learned) {
    return Hdf5Group.of(
        Map.of(
            "population", Hdf5Array.Texts.of(learned.population()),
            "value", Hdf5Array.Texts.of(learned.value().name()),
            "bounds",
                Hdf5Array.Reals.of(
                    new double[] {learned.bounds().low(), learned.bounds().high()})));
  }

  /**
   * Reads a model.
   *
   * @param metadata of a graph
   * @param nodes of the graph, some of which have weights
   * @throws IllegalArgumentException if it is none
   */
  public static PlasticModel read(Hdf5Fields metadata, Hdf5Fields nodes) {
    Hdf5Fields fields = metadata.inner(GROUP);
    boolean earlier = fields.text("schema").equals(EARLIER);
    List<PlasticityRule> rules =
        fields.listed("rules").stream()
            .map(rule -> earlier ? RuleFields.declared(rule) : RuleFields.read(rule))
            .toList();
    List<PlasticProjection> projections = new ArrayList<>();
    for (Hdf5Fields one : fields.listed("projections")) {
      projections.add(ProjectionFields.read(one, rule(one, rules), nodes));
    }
    RateEstimator rates =
        fields.has("trace_decay")
            ? new RateEstimator.ExponentialTrace(fields.number("trace_decay"))
            : new RateEstimator.Boxcar();
    PlasticGraph graph =
        new PlasticGraph(
            fields.listed("populations").stream().map(PopulationFields::read).toList(),
            projections,
            fields.listed("drives").stream().map(d -> drive(d, rule(d, rules))).toList(),
            fields.listed("learned").stream().map(PlasticitySchema::learned).toList(),
            new Clock(
                fields.integer("update_interval", 1, Integer.MAX_VALUE),
                rates,
                fields.number("reference_rate")));
    if (!earlier) {
      ProjectionFields.check(fields.listed("projections"), graph);
    }
    return new PlasticModel(fields.text("name"), graph, SiteFields.entries(fields, "provenance"));
  }

  private static PlasticityRule rule(Hdf5Fields site, List<PlasticityRule> rules) {
    return rules.get(site.integer("rule", 0, rules.size() - 1));
  }

  private static Drive drive(Hdf5Fields fields, PlasticityRule rule) {
    return new Drive(
        fields.text("name"),
        fields.text("to"),
        ConstantName.read(Drive.Target.class, fields.text("target")),
        rule,
        SiteFields.entries(fields, "sources"),
        SiteFields.parameters(
            fields,
            () -> {
              throw new IllegalArgumentException(
                  "%s lacks the value of a parameter.".formatted(fields.subject()));
            }));
  }

  private static Learned learned(Hdf5Fields fields) {
    double[] bounds = fields.reals("bounds");
    if (bounds.length != 2) {
      throw new IllegalArgumentException(
          "%s has (%d) bounds, expected 2.".formatted(fields.subject(), bounds.length));
    }
    return new Learned(
        fields.text("population"),
        ConstantName.read(Learned.Value.class, fields.text("value")),
        new Bounds(bounds[0], bounds[1]));
  }
}
