package plastron.spinnaker.plasticity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RowUpdateProperties {

  private static final int[] EDGES = {-32768, -32767, -16384, -1, 0, 1, 16383, 16384, 32766, 32767};

  private static BigInteger rn(BigInteger x, int s) {
    return x.add(BigInteger.ONE.shiftLeft(s - 1)).shiftRight(s);
  }

  private static int sat(BigInteger x) {
    return x.max(BigInteger.valueOf(-32768)).min(BigInteger.valueOf(32767)).intValueExact();
  }

  private static BigInteger times(long a, long b) {
    return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
  }

  private static void checkOuter(int e, int post, int gain, int keep) {
    BigInteger exact = rn(times(e, keep).add(times(post, gain)), 16);
    int[] row = {e};
    int[] wide = {e};
    int saturated = RowUpdate.outer(row, new int[] {post}, gain, keep);
    int saturatedWide = RowUpdate.outer64(wide, new int[] {post}, gain, keep, -32768, 32767);
    int want = sat(exact);
    int wantSaturated = exact.equals(BigInteger.valueOf(want)) ? 0 : 1;
    if (row[0] != want
        || wide[0] != want
        || saturated != wantSaturated
        || saturatedWide != wantSaturated) {
      assertThat(new int[] {row[0], wide[0], saturated, saturatedWide})
          .as("e %d, post %d, gain %d, keep %d", e, post, gain, keep)
          .containsExactly(want, want, wantSaturated, wantSaturated);
    }
  }

  @Property
  void outerIsExactForAllOperands(
      @ForAll @IntRange(min = -32768, max = 32767) int e,
      @ForAll @IntRange(min = -32768, max = 32767) int post,
      @ForAll @IntRange(min = -65536, max = 65536) int gain,
      @ForAll @IntRange(max = 65536) int keep) {
    checkOuter(e, post, gain, keep);
  }

  @Test
  void outerIsExactWhereThirtyTwoBitsAlmostOverflow() {
    for (int keep : new int[] {0, 1, 32767, 32768, 32769, 32770, 58982, 65535, 65536}) {
      for (int gain :
          new int[] {
            -65536, keep - 65536, keep - 65535, -1, 0, 1, 65535 - keep, 65536 - keep, 65536
          }) {
        for (int e : EDGES) {
          for (int post : EDGES) {
            checkOuter(e, post, gain, keep);
          }
        }
      }
    }
  }

  @Property
  void predictionErrorIsExact(
      @ForAll @IntRange(min = -32768, max = 32767) int e,
      @ForAll @IntRange(min = -32768, max = 32767) int post,
      @ForAll @IntRange(max = 32767) int rate) {
    BigInteger exact = BigInteger.valueOf(post).subtract(rn(times(e, rate), 15));
    int[] out = new int[1];
    int saturated = RowUpdate.predictionError(new int[] {e}, new int[] {post}, rate, 15, out);
    assertThat(out[0]).isEqualTo(sat(exact));
    assertThat(saturated).isEqualTo(exact.equals(BigInteger.valueOf(out[0])) ? 0 : 1);
  }

  @Property
  void effectiveWeightIsExact(
      @ForAll @IntRange(min = -32768, max = 32767) int weight,
      @ForAll @IntRange(min = -32768, max = 32767) int alpha,
      @ForAll @IntRange(min = -32768, max = 32767) int e) {
    BigInteger exact = BigInteger.valueOf(weight).add(rn(times(alpha, e), 15));
    int[] out = new int[1];
    int saturated =
        RowUpdate.effective(new int[] {weight}, new int[] {alpha}, new int[] {e}, 15, out);
    assertThat(out[0]).isEqualTo(sat(exact));
    assertThat(saturated).isEqualTo(exact.equals(BigInteger.valueOf(out[0])) ? 0 : 1);
  }

  @Property
  void withoutPlasticShareTheWeightIsTheFixedOne(
      @ForAll @IntRange(min = -32768, max = 32767) int weight,
      @ForAll @IntRange(min = -32768, max = 32767) int e) {
    int[] out = new int[1];
    assertThat(RowUpdate.effective(new int[] {weight}, new int[1], new int[] {e}, 15, out))
        .isZero();
    assertThat(out[0]).isEqualTo(weight);
  }
}
