package plastron.slayer.f64.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plastron.plasticity.rate.BlockKind;
import plastron.plasticity.rate.RateBlock;
import plastron.slayer.f32.rate.BlockRun32;

/** Every rate block in single precision is close to the one in double precision. */
class BlockPrecisionTest {

  static Stream<RateBlock> blocks() {
    return BlockKind.all().stream().flatMap(kind -> kind.examples().stream());
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void floatIsCloseToDouble(RateBlock block) {
    List<Float> got = new BlockRun32(block, 5, 9, 13).whole().all();
    List<Double> want = new BlockRun64(block, 5, 9, 13).whole().all();
    assertThat(got).hasSameSizeAs(want);
    double scale = want.stream().mapToDouble(Math::abs).max().orElseThrow();
    for (int i = 0; i < want.size(); i++) {
      assertThat((double) got.get(i)).isCloseTo(want.get(i), Assertions.within(1e-5 * scale));
    }
  }
}
