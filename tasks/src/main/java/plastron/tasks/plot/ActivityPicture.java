package plastron.tasks.plot;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;

/** What the populations of a simulation did: their spikes, rates over time, rates of neurons. */
public final class ActivityPicture {

  private static final int WIDTH = 1000;
  private static final int HEIGHT = 420;
  private static final int TALLEST = 900;
  private static final int ROW = 2;
  private static final int HISTOGRAM_BINS = 40;

  private ActivityPicture() {}

  /**
   * Spikes of some neurons of a population.
   *
   * @param name of the population
   * @param neurons how many are shown, one row each
   * @param timesMs of each spike, ms
   * @param rows of each spike, from 0
   */
  @SuppressWarnings("ArrayRecordComponent") // drawn once and never compared
  public record Raster(String name, int neurons, double[] timesMs, int[] rows) {}

  /**
   * Numbers of a population.
   *
   * @param name of the population
   */
  @SuppressWarnings("ArrayRecordComponent") // drawn once and never compared
  public record Numbers(String name, double[] values) {}

  /**
   * Spikes as points, the first population at the top.
   *
   * @param fromMs start of what is shown
   * @param toMs its end
   */
  public static byte[] raster(
      PictureFormat format, String title, List<Raster> populations, double fromMs, double toMs) {
    int neurons = populations.stream().mapToInt(Raster::neurons).sum();
    int height = Math.clamp((long) ROW * neurons + 140, HEIGHT, TALLEST);
    XYChart chart = ChartLook.chart(title, "time, ms", "neuron", WIDTH, height);
    chart.getStyler().setXAxisMin(fromMs).setXAxisMax(toMs);
    chart.getStyler().setYAxisMin(-1.0).setYAxisMax((double) neurons);
    chart.getStyler().setYAxisTicksVisible(false).setPlotGridHorizontalLinesVisible(false);
    chart.getStyler().setMarkerSize(neurons > 100 ? 2 : 4);
    int below = neurons;
    for (int p = 0; p < populations.size(); p++) {
      Raster raster = populations.get(p);
      below -= raster.neurons();
      int base = below;
      double[] y = Arrays.stream(raster.rows()).mapToDouble(row -> base + row).toArray();
      // Points are too small for a legend, which shows a line that lies outside of the picture.
      double[] outside = {fromMs - 2 * (toMs - fromMs), fromMs - (toMs - fromMs)};
      ChartLook.line(chart, raster.name(), outside, new double[] {base, base}, colour(p), 6f);
      if (y.length > 0) {
        String points = raster.name() + " spikes";
        ChartLook.points(chart, points, raster.timesMs(), y, colour(p)).setShowInLegend(false);
      }
    }
    return format.of(chart);
  }

  /**
   * Mean rates over time.
   *
   * @param binMs of each value, from {@code fromMs} on
   */
  public static byte[] rates(
      PictureFormat format, String title, List<Numbers> populations, double fromMs, double binMs) {
    XYChart chart = ChartLook.chart(title, "time, ms", "rate, Hz", WIDTH, HEIGHT);
    int longest = populations.stream().mapToInt(n -> n.values().length).max().orElse(0);
    chart.getStyler().setXAxisMin(fromMs).setXAxisMax(fromMs + Math.max(1, longest) * binMs);
    for (int p = 0; p < populations.size(); p++) {
      double[] rates = populations.get(p).values();
      double[] x =
          IntStream.range(0, rates.length).mapToDouble(k -> fromMs + (k + 0.5) * binMs).toArray();
      ChartLook.line(chart, populations.get(p).name(), x, rates, colour(p), 1.5f);
    }
    return format.of(chart);
  }

  /** How many neurons have which rate, as steps. */
  public static byte[] histogram(PictureFormat format, String title, List<Numbers> populations) {
    XYChart chart = ChartLook.chart(title, "rate, Hz", "share of neurons", WIDTH, HEIGHT);
    double[] all =
        populations.stream().flatMapToDouble(n -> Arrays.stream(n.values())).sorted().toArray();
    double bin = round((all[all.length - 1] - all[0]) / HISTOGRAM_BINS);
    double low = Math.floor(all[0] / bin) * bin;
    int bins = (int) Math.floor((all[all.length - 1] - low) / bin) + 1;
    chart.getStyler().setXAxisMin(low).setXAxisMax(low + bins * bin);
    chart.getStyler().setXAxisDecimalPattern("#0.##");
    double highest = 0;
    for (int p = 0; p < populations.size(); p++) {
      double[] shares = shares(populations.get(p).values(), low, bin, bins);
      double[] x = new double[2 * bins + 2];
      double[] y = new double[x.length];
      x[0] = low;
      for (int k = 0; k < bins; k++) {
        x[2 * k + 1] = low + k * bin;
        x[2 * k + 2] = low + (k + 1) * bin;
        y[2 * k + 1] = shares[k];
        y[2 * k + 2] = shares[k];
        highest = Math.max(highest, shares[k]);
      }
      x[x.length - 1] = low + bins * bin;
      ChartLook.line(chart, populations.get(p).name(), x, y, colour(p), 2f);
    }
    chart.getStyler().setYAxisMin(0.0).setYAxisMax(1.05 * highest);
    return format.of(chart);
  }

  private static double[] shares(double[] rates, double low, double bin, int bins) {
    double[] shares = new double[bins];
    for (double rate : rates) {
      shares[Math.clamp((long) ((rate - low) / bin), 0, bins - 1)] += 1.0 / rates.length;
    }
    return shares;
  }

  /** The next of 1, 2 and 5 times a power of ten; 1 for 0. */
  private static double round(double width) {
    if (width == 0) {
      return 1;
    }
    double power = Math.pow(10, Math.floor(Math.log10(width)));
    double digits = width / power;
    return power * (digits <= 1 ? 1 : digits <= 2 ? 2 : digits <= 5 ? 5 : 10);
  }

  private static Color colour(int population) {
    return ChartLook.COLOURS[population % ChartLook.COLOURS.length];
  }
}
