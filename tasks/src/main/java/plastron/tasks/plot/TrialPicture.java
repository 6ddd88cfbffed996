package plastron.tasks.plot;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.tasks.design.NeuronGroup;
import plastron.tasks.design.Probe;

/**
 * Spikes, potentials, modulators and plasticity in one trial: from the top down what goes in, what
 * is between, what comes out.
 */
public final class TrialPicture {

  private static final int WIDTH = 1000;
  private static final int SHOWN = 10;

  /** Rows that need no numbers: the legend names them. */
  private static final int FEW = 4;

  private final TrialRecord trial;
  private final Probe probe;
  private final List<NeuronGroup> groups;
  private final List<XYChart> charts = new ArrayList<>();

  private TrialPicture(TrialRecord trial, Probe probe, List<NeuronGroup> groups) {
    this.trial = trial;
    this.probe = probe;
    this.groups = groups;
  }

  /**
   * Runs the trial and draws it, as PNG.
   *
   * @param groups neurons to tell apart
   */
  public static byte[] png(
      String title, PlasticModel model, Probe probe, List<NeuronGroup> groups) {
    TrialRecord record = TrialRecord.of(model, probe.input());
    return new TrialPicture(record, probe, groups).png(title);
  }

  private byte[] png(String title) {
    PlasticGraph graph = trial.graph();
    Set<Integer> outputs = Arrays.stream(graph.outputs()).boxed().collect(Collectors.toSet());
    int[] hidden = IntStream.of(graph.computing()).filter(p -> !outputs.contains(p)).toArray();
    for (int p : graph.inputs()) {
      charts.add(raster(p, charts.isEmpty() ? title : "", 240));
    }
    for (int p : hidden) {
      population(p, 250);
    }
    for (int p : graph.outputs()) {
      population(p, trial.spikes().get(p).neurons() <= FEW ? 120 : 250);
    }
    for (int p : graph.outputs()) {
      modulators(p);
    }
    for (int p : hidden) {
      modulators(p);
    }
    charts.add(potentiation());
    return Picture.png(charts, 0, trial.steps());
  }

  private String name(int population) {
    return trial.graph().populations().get(population).name();
  }

  private List<NeuronGroup> groups(int population) {
    return groups.stream().filter(g -> g.population().equals(name(population))).toList();
  }

  private void population(int p, int height) {
    double[][] potentials = trial.potentials().get(name(p));
    charts.add(potentials == null ? raster(p, "", height) : potentials(p, potentials));
  }

  private XYChart raster(int p, String title, int height) {
    SpikeRaster spikes = trial.spikes().get(p);
    XYChart chart = raster(title, name(p) + " neuron", height, spikes.neurons());
    List<NeuronGroup> parts = groups(p);
    if (parts.isEmpty()) {
      chart.getStyler().setLegendVisible(false);
      spikes(chart, name(p), spikes, 0, spikes.neurons(), Color.DARK_GRAY);
    }
    if (spikes.neurons() <= FEW) {
      chart.getStyler().setyAxisTickLabelsFormattingFunction(tick -> " ");
    }
    int colour = 0;
    for (NeuronGroup part : parts) {
      Color next = part.noise() ? ChartLook.GREY : colour(colour++);
      spikes(chart, part.name(), spikes, part.from(), part.to(), next);
    }
    return chart;
  }

  private static Color colour(int number) {
    return ChartLook.COLOURS[number % ChartLook.COLOURS.length];
  }

  private XYChart potentials(int p, double[][] potentials) {
    XYChart chart = traces(name(p) + " potential", 200);
    double[] steps = IntStream.range(0, trial.steps()).asDoubleStream().toArray();
    for (Probe.Target target : probe.targets()) {
      if (target.population().equals(name(p))) {
        for (int i = 0; i < target.course()[0].length; i++) {
          ChartLook.line(
              chart, "target " + i, steps, neuron(target.course(), i), ChartLook.GREY, 1.5f);
        }
      }
    }
    for (int i = 0; i < Math.min(SHOWN, potentials[0].length); i++) {
      ChartLook.line(chart, name(p) + " " + i, steps, neuron(potentials, i), colour(i), 2f);
    }
    return chart;
  }

  private static double[] neuron(double[][] course, int i) {
    return Arrays.stream(course).mapToDouble(row -> row[i]).toArray();
  }

  private void modulators(int p) {
    List<float[]> modulators = trial.modulators().getOrDefault(name(p), List.of());
    if (modulators.isEmpty()) {
      return;
    }
    XYChart chart = traces("M, " + name(p), 170);
    int neurons = modulators.getFirst().length;
    List<NeuronGroup> parts = groups(p);
    int count = Math.min(SHOWN, neurons);
    boolean few = neurons <= FEW;
    for (int k = 0; k < count; k++) {
      int i = k * neurons / count;
      String label =
          parts.stream()
              .filter(g -> g.from() == i && g.to() == i + 1)
              .map(NeuronGroup::name)
              .findFirst()
              .orElse(Integer.toString(i));
      double[] values = modulators.stream().mapToDouble(row -> row[i]).toArray();
      ChartLook.line(chart, "M " + label, ends(), values, colour(k), few ? 2f : 1f);
    }
    chart.getStyler().setLegendVisible(few);
    charts.add(chart);
  }

  private XYChart potentiation() {
    XYChart chart = traces("mean |αE|", 190);
    chart.getStyler().setXAxisTitleVisible(true).setXAxisTicksVisible(true);
    chart.setXAxisTitle("step");
    int colour = 2;
    for (Map.Entry<String, double[]> projection : trial.potentiation().entrySet()) {
      ChartLook.line(
          chart, projection.getKey(), ends(), projection.getValue(), colour(colour++), 2f);
    }
    return chart;
  }

  private XYChart traces(String y, int height) {
    XYChart chart = ChartLook.chart("", "", y, WIDTH, height);
    showAllSteps(chart);
    chart.getStyler().setXAxisTicksVisible(false);
    return chart;
  }

  private XYChart raster(String title, String y, int height, int neurons) {
    XYChart chart = ChartLook.chart(title, "", y, WIDTH, height);
    showAllSteps(chart);
    chart.getStyler().setYAxisMin(-1.0).setYAxisMax((double) neurons);
    chart.getStyler().setMarkerSize(neurons > 2 ? 3 : 5);
    chart.getStyler().setXAxisTicksVisible(false);
    return chart;
  }

  /** A little more than the trial: spikes of its first step are not to be cut in half. */
  private void showAllSteps(XYChart chart) {
    chart.getStyler().setXAxisMin(-trial.steps() / 200.0).setXAxisMax((double) trial.steps());
  }

  private static void spikes(
      XYChart chart, String name, SpikeRaster raster, int from, int to, Color colour) {
    List<int[]> spikes = new ArrayList<>();
    for (int t = 0; t < raster.steps(); t++) {
      for (int i = from; i < to; i++) {
        if (raster.get(t, i)) {
          spikes.add(new int[] {t, i});
        }
      }
    }
    if (spikes.isEmpty()) {
      // A series needs a point; this one lies outside what is shown.
      spikes.add(new int[] {-raster.steps(), from});
    }
    double[] x = spikes.stream().mapToDouble(s -> s[0]).toArray();
    double[] y = spikes.stream().mapToDouble(s -> s[1]).toArray();
    ChartLook.points(chart, name, x, y, colour);
  }

  private double[] ends() {
    int windows = trial.steps() / trial.updateInterval();
    return IntStream.rangeClosed(1, windows).mapToDouble(w -> w * trial.updateInterval()).toArray();
  }
}
