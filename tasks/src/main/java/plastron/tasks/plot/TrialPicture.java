package plastron.tasks.plot;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.layered.LayeredModel;
import plastron.slayer.objective.Decision;

/** Spikes, modulators and plasticity in one trial of the cue-association task. */
public final class TrialPicture {

  private static final int WIDTH = 1000;
  private static final String[] GROUPS = {"right cue", "left cue", "decision", "noise"};
  private static final String[] OUTPUTS = {"right", "left"};
  private static final int SHOWN = 10;

  private final TrialRecord trial;
  private final double steps;

  private TrialPicture(TrialRecord trial) {
    this.trial = trial;
    steps = trial.episode().input().steps();
  }

  /** Runs the trial and draws it, as PNG. */
  public static byte[] png(String title, LayeredModel model, Decision episode) {
    return new TrialPicture(TrialRecord.of(model, episode)).png(title);
  }

  private byte[] png(String title) {
    List<XYChart> charts = new ArrayList<>();
    charts.add(inputs(title));
    int outputs = trial.layers().size() - 1;
    for (int l = 0; l < outputs; l++) {
      charts.add(hidden(trial.layers().get(l), trial.spikes().get(l + 1)));
    }
    charts.add(outputs());
    if (!trial.modulators().getLast().isEmpty()) {
      charts.add(outputModulators(trial.modulators().getLast()));
      for (int l = 0; l < outputs; l++) {
        charts.add(hiddenModulators(trial.layers().get(l), trial.modulators().get(l)));
      }
    }
    charts.add(potentiation());
    return Picture.png(charts, 0, steps);
  }

  private XYChart inputs(String title) {
    SpikeRaster input = trial.spikes().getFirst();
    XYChart chart = raster(title, "input neuron", 240, input.neurons());
    int group = input.neurons() / GROUPS.length;
    for (int g = 0; g < GROUPS.length; g++) {
      Color colour = g == 3 ? ChartLook.GREY : ChartLook.COLOURS[g];
      spikes(chart, GROUPS[g], input, g * group, (g + 1) * group, colour);
    }
    return chart;
  }

  private XYChart hidden(String layer, SpikeRaster hidden) {
    XYChart chart = raster("", layer + " neuron", 250, hidden.neurons());
    chart.getStyler().setLegendVisible(false);
    spikes(chart, layer, hidden, 0, hidden.neurons(), Color.DARK_GRAY);
    return chart;
  }

  private XYChart outputs() {
    SpikeRaster output = trial.spikes().getLast();
    XYChart chart = raster("", "output", 120, output.neurons());
    // Two rows need no numbers: the legend names them.
    chart.getStyler().setyAxisTickLabelsFormattingFunction(tick -> " ");
    for (int i = 0; i < output.neurons(); i++) {
      spikes(chart, OUTPUTS[i], output, i, i + 1, ChartLook.COLOURS[i]);
    }
    return chart;
  }

  private XYChart outputModulators(List<float[]> modulators) {
    XYChart chart = traces("M, output", 170);
    for (int i = 0; i < OUTPUTS.length; i++) {
      ChartLook.line(
          chart, "M " + OUTPUTS[i], ends(), neuron(modulators, i), ChartLook.COLOURS[i], 2f);
    }
    return chart;
  }

  private XYChart hiddenModulators(String layer, List<float[]> modulators) {
    XYChart chart = traces("M, " + layer, 170);
    int neurons = modulators.getFirst().length;
    int count = Math.min(SHOWN, neurons);
    for (int k = 0; k < count; k++) {
      int i = k * neurons / count;
      Color colour = ChartLook.COLOURS[k % ChartLook.COLOURS.length];
      ChartLook.line(chart, "M " + i, ends(), neuron(modulators, i), colour, 1f);
    }
    chart.getStyler().setLegendVisible(false);
    return chart;
  }

  private XYChart potentiation() {
    XYChart chart = traces("mean |αE|", 190);
    chart.getStyler().setXAxisTitleVisible(true).setXAxisTicksVisible(true);
    chart.setXAxisTitle("step");
    int colour = 2;
    for (Map.Entry<String, double[]> projection : trial.potentiation().entrySet()) {
      Color next = ChartLook.COLOURS[colour++ % ChartLook.COLOURS.length];
      ChartLook.line(chart, projection.getKey(), ends(), projection.getValue(), next, 2f);
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
    chart.getStyler().setXAxisMin(-steps / 200).setXAxisMax(steps);
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
    int windows = trial.episode().input().steps() / trial.updateInterval();
    return IntStream.rangeClosed(1, windows).mapToDouble(w -> w * trial.updateInterval()).toArray();
  }

  private static double[] neuron(List<float[]> modulators, int i) {
    double[] values = new double[modulators.size()];
    Arrays.setAll(values, w -> modulators.get(w)[i]);
    return values;
  }
}
