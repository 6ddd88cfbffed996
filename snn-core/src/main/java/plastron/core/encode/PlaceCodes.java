package plastron.core.encode;

import java.util.List;
import java.util.random.RandomGenerator;
import plastron.core.check.Require;
import plastron.core.spikes.SpikeRaster;

/**
 * A {@link PlaceCode} for each of some numbers, one behind the other.
 *
 * @param codes at least one
 */
public record PlaceCodes(List<PlaceCode> codes) implements PopulationCode {

  public PlaceCodes {
    codes = Require.all("Place codes", codes);
    if (codes.isEmpty()) {
      throw new IllegalArgumentException("Place codes (0) must be at least one.");
    }
  }

  @Override
  public int neurons() {
    return codes.stream().mapToInt(PlaceCode::neurons).sum();
  }

  @Override
  public void encode(double[] numbers, SpikeRaster out, int from, int to, RandomGenerator random) {
    Numbers.require(numbers, codes.size());
    int first = 0;
    for (int n = 0; n < numbers.length; n++) {
      codes.get(n).encode(numbers[n], out, first, from, to, random);
      first += codes.get(n).neurons();
    }
  }
}
