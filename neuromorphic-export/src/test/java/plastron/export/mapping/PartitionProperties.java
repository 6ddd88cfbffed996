package plastron.export.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import plastron.export.calibration.Calibration;
import plastron.export.calibration.PopulationRanges;
import plastron.export.diagnostic.Diagnostics;
import plastron.export.diagnostic.ExportRefusedException;
import plastron.export.kit.FixedPointProgram;
import plastron.export.resource.Demand;
import plastron.export.resource.Evidence;
import plastron.export.resource.Limit;
import plastron.export.resource.Scope;
import plastron.export.stage.ExportOptions;
import plastron.export.stage.Outline;
import plastron.export.stage.PartitionedModel.Slice;
import plastron.export.stage.QuantizedLayer;
import plastron.export.stage.QuantizedModel;
import plastron.export.toy.ToyProfile;

/** Cutting gives what trying every number of parts gives, without trying them. */
class PartitionProperties {

  private static final List<Limit> LIMITS =
      List.of(
          new Limit("a", Scope.CORE, 50, "as", "here", Evidence.OPEN),
          new Limit("b", Scope.CORE, 80, "bs", "here", Evidence.OPEN));

  /** Demands that grow with the number of neurons, counted. */
  private static final class CountingProfile extends ToyProfile {

    private final long[][] amounts;
    private final boolean mayCut;
    private long asked;

    CountingProfile(long[][] amounts, boolean mayCut) {
      this.amounts = amounts;
      this.mayCut = mayCut;
    }

    @Override
    public List<Limit> limits() {
      return LIMITS;
    }

    @Override
    public Demand demand(List<QuantizedLayer<FixedPointProgram>> population, int neurons) {
      asked++;
      return new Demand(Map.of("a", amounts[0][neurons - 1], "b", amounts[1][neurons - 1]));
    }

    @Override
    public boolean mayCut(List<QuantizedLayer<FixedPointProgram>> population) {
      return mayCut;
    }
  }

  @Property(tries = 500)
  void asTryingEveryNumberOfParts(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 60) int size,
      @ForAll @IntRange(max = 30) int step,
      @ForAll boolean mayCut) {
    Random random = new Random(seed);
    long[][] amounts = new long[2][size];
    for (long[] row : amounts) {
      long amount = random.nextInt(60);
      for (int n = 0; n < size; n++) {
        row[n] = amount;
        amount += random.nextInt(step + 1);
      }
    }
    CountingProfile profile = new CountingProfile(amounts, mayCut);
    Optional<List<Slice>> expected = byTrying(size, profile);
    assertThat(cut(size, profile)).isEqualTo(expected);
  }

  @Test
  void aHundredThousandNeuronsAreCutOrRefusedByAFewQuestions() {
    int size = 100_000;
    long[] rising = new long[size];
    for (int n = 0; n < size; n++) {
      rising[n] = 26L * (n + 1);
    }
    CountingProfile oneEach = new CountingProfile(new long[][] {rising, new long[size]}, true);
    assertThat(cut(size, oneEach)).hasValueSatisfying(slices -> assertThat(slices).hasSize(size));
    assertThat(oneEach.asked).isLessThan(30);

    long[] huge = new long[size];
    Arrays.fill(huge, 1_000);
    CountingProfile none = new CountingProfile(new long[][] {huge, huge}, true);
    assertThat(cut(size, none)).isEmpty();
    assertThat(none.asked).isLessThan(30);
  }

  /** The specification: the fewest parts, as even as possible, that all fit. */
  private static Optional<List<Slice>> byTrying(int size, CountingProfile profile) {
    QuantizedLayer<FixedPointProgram> layer = layer(size);
    for (int parts = 1; parts <= (profile.mayCut(List.of(layer)) ? size : 1); parts++) {
      List<Slice> slices = new ArrayList<>();
      for (int p = 0; p < parts; p++) {
        int from = (int) ((long) size * p / parts);
        int to = (int) ((long) size * (p + 1) / parts);
        slices.add(new Slice(1, from, to, profile.demand(List.of(layer), to - from)));
      }
      if (slices.stream().allMatch(s -> s.demand().exceeded(LIMITS, Scope.CORE).isEmpty())) {
        return Optional.of(slices);
      }
    }
    return Optional.empty();
  }

  private static Optional<List<Slice>> cut(int size, CountingProfile profile) {
    Outline outline =
        new Outline(
            "m",
            List.of("input", "layer"),
            List.of(6, size),
            List.of(0),
            new TreeMap<>(),
            8,
            Map.of(),
            ExportOptions.DEFAULT);
    Calibration calibration =
        new Calibration(1, 0, List.of(new PopulationRanges("input", 0, 0, 0, 0, 0)), List.of());
    try {
      return Optional.of(
          Partition.partition(
                  new QuantizedModel<>(outline, calibration, List.of(layer(size))),
                  profile,
                  new Diagnostics())
              .slices());
    } catch (ExportRefusedException e) {
      return Optional.empty();
    }
  }

  private static QuantizedLayer<FixedPointProgram> layer(int size) {
    return new QuantizedLayer<>(
        "layer",
        0,
        1,
        6,
        size,
        "dp-linear",
        new FixedPointProgram("dp-linear", 0, 0, 0, 8, 1),
        List.of());
  }
}
