package plastron.tasks.conformance.graph;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import plastron.core.network.Components;
import plastron.core.network.Neuron;
import plastron.core.network.SynapseRows;
import plastron.export.conformance.BrokenVectorException;
import plastron.export.conformance.Comparison;
import plastron.export.conformance.VectorReader;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Dimension;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.model.Drive;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.model.RuleSite;
import plastron.slayer.Precision;
import plastron.slayer.sweep.Adjoints;
import plastron.slayer.sweep.FlatVector;
import plastron.slayer.sweep.ParameterLayout;
import plastron.slayer.sweep.Sweep;
import plastron.slayer.sweep.SweepObserver;
import plastron.slayer.sweep.Tape;

/**
 * Runs the episodes of a reference vector forwards and backwards and compares all that it expects
 * but for two things: the order of components, on which no result depends, and the gradients of
 * signals, which are not formed. Long, because it has a branch for everything that a file may
 * expect.
 */
final class GraphComparison {

  private static final double TOLERANCE = 1e-10;
  private static final double ZERO_TOLERANCE = 1e-12;

  private final GraphVector vector;
  private final Comparison comparison;
  private final PlasticGraph graph;
  private final int[] sizes;

  /** What a replayed episode showed, by window, site and symbol, and by population and step. */
  private static final class Seen implements SweepObserver {
    private final Map<List<Object>, Map<Integer, Map<Integer, Double>>> symbols = new HashMap<>();
    private final Map<List<Integer>, Map<Integer, Double>> potentials = new HashMap<>();

    @Override
    public void potential(int population, int step, int neuron, double u) {
      potentials.computeIfAbsent(List.of(population, step), k -> new HashMap<>()).put(neuron, u);
    }

    @Override
    public void symbol(int window, int site, String symbol, int from, int to, double value) {
      symbols
          .computeIfAbsent(List.of(window, site, symbol), k -> new HashMap<>())
          .computeIfAbsent(from, k -> new HashMap<>())
          .put(to, value);
    }

    double potential(int population, int step, int neuron) {
      return potentials
          .getOrDefault(List.of(population, step), Map.of())
          .getOrDefault(neuron, Double.NaN);
    }

    double symbol(int window, int site, String symbol, int from, int to) {
      return symbols
          .getOrDefault(List.of(window, site, symbol), Map.of())
          .getOrDefault(from, Map.of())
          .getOrDefault(to, Double.NaN);
    }

    int count(int window, int site, String symbol, int from) {
      return symbols
          .getOrDefault(List.of(window, site, symbol), Map.of())
          .getOrDefault(from, Map.of())
          .size();
    }
  }

  GraphComparison(GraphVector vector, Comparison comparison) {
    this.vector = vector;
    this.comparison = comparison;
    graph = vector.model().graph();
    sizes = graph.sizes();
  }

  void run() {
    delays();
    ParameterLayout layout = new ParameterLayout(vector.model());
    FlatVector gradient = new FlatVector(layout.size());
    Sweep sweep = Precision.DOUBLE.sweep(vector.model(), vector.options());
    Tape tape = sweep.tape();
    Adjoints adjoints = new Adjoints(sizes);
    List<VectorReader> expected = vector.expected().objects("episodes");
    if (expected.size() != vector.episodes().size()) {
      throw new BrokenVectorException(
          "expected, episodes (%d) must be as many as the %d episodes"
              .formatted(expected.size(), vector.episodes().size()));
    }
    double total = 0;
    for (int e = 0; e < expected.size(); e++) {
      comparison.nextCase();
      GraphVector.Trial trial = vector.episodes().get(e);
      sweep.forward(tape, trial.input());
      adjoints.clear();
      double[] terms = new double[trial.terms().size()];
      double loss = 0;
      for (int k = 0; k < terms.length; k++) {
        terms[k] = trial.terms().get(k).loss().evaluate(tape, adjoints);
        loss += terms[k];
      }
      total += loss;
      sweep.backward(tape, adjoints);
      forward(sweep, tape, trial, expected.get(e), terms, loss, "episode " + e);
    }
    sweep.drain(gradient);
    int episodes = expected.size();
    near(total / episodes, vector.expected().number("loss"), "mean loss");
    gradient.scale(1.0 / episodes);
    gradients(layout, gradient);
  }

  private void delays() {
    Components components = graph.components();
    VectorReader want = vector.expected().object("delays");
    for (PlasticProjection projection : graph.projections()) {
      comparison.exact(
          graph.delay(projection, components),
          want.integer(projection.name(), 0, Integer.MAX_VALUE),
          () -> "delay of " + projection.name());
    }
  }

  private void forward(
      Sweep sweep,
      Tape tape,
      GraphVector.Trial trial,
      VectorReader want,
      double[] terms,
      double loss,
      String place) {
    Seen seen = new Seen();
    sweep.replay(tape, seen);
    near(loss, want.number("loss"), place + ", loss");
    near(terms, want.numbers("terms", terms.length), place + ", terms");
    List<double[]> readouts = trial.terms().stream().map(term -> term.readout().of(tape)).toList();
    for (int k = 0; k < readouts.size(); k++) {
      double[] expected = new double[readouts.get(k).length];
      for (int i = 0; i < expected.length; i++) {
        expected[i] =
            want.element("readouts").getAsJsonArray().get(k).getAsJsonArray().get(i).getAsDouble();
      }
      near(readouts.get(k), expected, place + ", readout " + k);
    }
    int stride = vector.expected().integer("u_stride", 1, Integer.MAX_VALUE);
    for (int p : graph.computing()) {
      String name = graph.populations().get(p).name();
      VectorReader population = want.object("populations").object(name);
      if (!(graph.populations().get(p).neuron() instanceof Neuron.LeakyIntegrator)) {
        spikes(tape, population, p, place + ", population " + name);
      }
      double[][] u = population.numberMatrix("u", vector.steps() / stride, sizes[p]);
      for (int k = 0; k < u.length; k++) {
        int step = (k + 1) * stride - 1;
        for (int i = 0; i < u[k].length; i++) {
          String at =
              "%s, population %s, u of neuron %d at step %d".formatted(place, name, i, step);
          near(seen.potential(p, step, i), u[k][i], at);
        }
      }
    }
    want.objects("updates").forEach(update -> update(seen, update, place));
  }

  private void spikes(Tape tape, VectorReader population, int p, String place) {
    int[][] want = population.intMatrix("s", vector.steps(), sizes[p], 0, 1);
    for (int t = 0; t < want.length; t++) {
      for (int i = 0; i < sizes[p]; i++) {
        int step = t;
        int neuron = i;
        comparison.exact(
            tape.spikes(p).get(t, i) ? 1 : 0,
            want[t][i],
            () -> "%s, spike of neuron %d at step %d".formatted(place, neuron, step));
      }
    }
  }

  private void update(Seen seen, VectorReader update, String place) {
    int interval = graph.clock().updateInterval();
    int window = (update.integer("after_step", 0, vector.steps() - 1) + 1) / interval - 1;
    String at = "%s, update %d, ".formatted(place, window);
    List<RuleSite> sites = graph.sites();
    for (int s = 0; s < sites.size(); s++) {
      RuleSite site = sites.get(s);
      rates(seen, update.object("rates"), window, s, at);
      switch (site) {
        case PlasticProjection projection -> {
          VectorReader all = update.object("projections");
          if (all.has(projection.name())) {
            symbols(seen, all.object(projection.name()), window, s, site, at + site.name());
          }
        }
        case Drive drive -> {
          VectorReader all = update.object("populations");
          if (all.has(drive.to())) {
            String field = drive.target() == Drive.Target.BIAS ? "h" : "k";
            double[] want =
                all.object(drive.to()).numbers(field, graph.population(drive.to()).size());
            for (int i = 0; i < want.length; i++) {
              near(seen.symbol(window, s, "h", 0, i), want[i], at + drive.name() + "[" + i + "]");
            }
          }
        }
      }
    }
  }

  /** The rates that a rule was told, of whatever population. */
  private void rates(Seen seen, VectorReader want, int window, int s, String place) {
    RuleSite site = graph.sites().get(s);
    Map<String, Integer> modulators = graph.modulators(site);
    for (Symbol activity :
        site.rule().isPlastic() ? site.rule().symbols(Role.ACTIVITY) : List.<Symbol>of()) {
      int population =
          switch (activity.axis()) {
            case PRE -> graph.index(((PlasticProjection) site).from());
            case POST -> graph.index(site.to());
            default -> Objects.requireNonNull(modulators.get(activity.name()));
          };
      String name = graph.populations().get(population).name();
      double[] rates = want.numbers(name, sizes[population]);
      for (int i = 0; i < rates.length; i++) {
        near(
            seen.symbol(window, s, activity.name(), 0, i),
            rates[i],
            "%s%s, rate of %s[%d]".formatted(place, site.name(), name, i));
      }
    }
  }

  /** Everything that the file tells of a projection's rule, under the names that both use. */
  private void symbols(
      Seen seen, VectorReader want, int window, int s, RuleSite site, String place) {
    for (String field : want.fields()) {
      if (isConstant(site, field)) {
        for (double value : want.numbers(field, graph.population(site.to()).size())) {
          near(1, value, place + ", " + field);
        }
        continue;
      }
      Symbol symbol =
          site.rule()
              .symbol(field)
              .orElseThrow(
                  () ->
                      new BrokenVectorException(
                          "%s, %s is not part of rule %s"
                              .formatted(place, field, site.rule().name())));
      int rows = side(site, symbol.axis().from());
      int columns = side(site, symbol.axis().to());
      if (symbol.role() == Role.EXTERNAL && symbol.axis().to() == Dimension.ONE) {
        double[] all = want.numbers(field, graph.population(site.to()).size());
        for (double value : all) {
          near(seen.symbol(window, s, field, 0, 0), value, place + ", " + field);
        }
        continue;
      }
      double[][] values = GraphArrays.read(want, field, symbol, rows, columns);
      Optional<SynapseRows> lists = lists(site, symbol);
      lists.ifPresent(synapses -> GraphArrays.existing(values, synapses, place + ", " + field));
      for (int r = 0; r < rows; r++) {
        int[] shown = columns(lists, r, columns);
        for (int c : shown) {
          near(
              seen.symbol(window, s, field, r, c),
              values[r][c],
              "%s, %s[%d][%d]".formatted(place, field, c, r));
        }
        comparison.exact(
            seen.count(window, s, field, r),
            shown.length,
            () -> "%s, entries of %s".formatted(place, field));
      }
    }
  }

  /** The synapses that a symbol has a value for, if there are not all. */
  private Optional<SynapseRows> lists(RuleSite site, Symbol symbol) {
    return graph.sparse(site).filter(synapses -> symbol.axis() == Axis.SYNAPSE);
  }

  private static int[] columns(Optional<SynapseRows> lists, int row, int columns) {
    return lists
        .map(s -> Arrays.copyOfRange(s.targets(), s.begin(row), s.begin(row) + s.degree(row)))
        .orElseGet(() -> IntStream.range(0, columns).toArray());
  }

  /** A modulator that is the constant one is no symbol of the rule. */
  private static boolean isConstant(RuleSite site, String field) {
    return (field.equals("M") || field.equals("N")) && site.rule().symbol(field).isEmpty();
  }

  private int side(RuleSite site, Dimension dimension) {
    return switch (dimension) {
      case ONE, MODULATOR -> 1;
      case PRE -> graph.pre(site);
      case POST -> graph.population(site.to()).size();
    };
  }

  private void gradients(ParameterLayout layout, FlatVector gradient) {
    VectorReader want = vector.expected().object("grad");
    for (ParameterLayout.RuleSlot slot : layout.rules()) {
      RuleSite site = graph.sites().get(slot.site());
      VectorReader expected =
          switch (site) {
            case PlasticProjection p -> want.object("projections").object(p.name());
            case Drive d -> want.object("populations").object(d.to());
          };
      String place = "gradient of %s at %s".formatted(slot.symbol().name(), site.name());
      Optional<SynapseRows> lists = lists(site, slot.symbol());
      int columns = lists.map(SynapseRows::post).orElseGet(() -> slot.columns(0));
      double[][] values =
          GraphArrays.read(expected, slot.symbol().name(), slot.symbol(), slot.rows(), columns);
      gradient(
          layout.matrix(slot, gradient),
          lists.map(s -> GraphArrays.existing(values, s, place)).orElse(values),
          place);
    }
    for (ParameterLayout.NeuronSlot slot : layout.neurons()) {
      String field = slot.learned().value().label();
      VectorReader expected = want.object("populations").object(slot.learned().population());
      double[][] values = {
        slot.count() == 1
            ? new double[] {expected.number(field)}
            : expected.numbers(field, slot.count())
      };
      gradient(
          layout.matrix(slot, gradient),
          values,
          "gradient of %s of %s".formatted(field, slot.learned().population()));
    }
  }

  private void gradient(double[][] got, double[][] want, String place) {
    double scale = 0;
    for (double[] row : want) {
      for (double v : row) {
        scale = Math.max(scale, Math.abs(v));
      }
    }
    double unit = scale == 0 ? ZERO_TOLERANCE / TOLERANCE : scale;
    for (int r = 0; r < got.length; r++) {
      for (int c = 0; c < got[r].length; c++) {
        String entry = "[" + c + "][" + r + "]";
        comparison.within(Math.abs(got[r][c] - want[r][c]) / unit, TOLERANCE, () -> place + entry);
      }
    }
  }

  private void near(double[] got, double[] want, String place) {
    for (int i = 0; i < want.length; i++) {
      near(got[i], want[i], place + "[" + i + "]");
    }
  }

  private void near(double got, double want, String place) {
    comparison.near(got, want, TOLERANCE, () -> place);
  }
}
