package plastron.spinnaker.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import plastron.spinnaker.program.RateProgram;

/** Rates against unlimited integers, for every program that an image may hold. */
class RateMeterProperties {

  private static BigInteger rn(BigInteger x, int shift) {
    return shift == 0 ? x : x.add(BigInteger.ONE.shiftLeft(shift - 1)).shiftRight(shift);
  }

  private static BigInteger big(long x) {
    return BigInteger.valueOf(x);
  }

  @Property(tries = 300)
  void ratesAreExactAndEveryCutIsCounted(
      @ForAll boolean traced,
      @ForAll @IntRange(max = 1 << 30) int unit,
      @ForAll @IntRange(max = 15) int shift,
      @ForAll @IntRange(max = 65535) int decay,
      @ForAll @IntRange(max = 1 << 30) int impulse,
      @ForAll @IntRange(max = 100) int percent,
      @ForAll long seed) {
    RateProgram program =
        traced
            ? new RateProgram(true, 0, 0, decay, impulse)
            : new RateProgram(false, unit, shift, 0, 0);
    Assume.that(program.largestTrace() <= Integer.MAX_VALUE);
    Random random = new Random(seed);
    RateMeter meter = new RateMeter(program, 1);
    BigInteger state = BigInteger.ZERO;
    long cuts = 0;
    for (int interval = 0; interval < 10; interval++) {
      for (int t = 0; t < 30; t++) {
        int spikes = random.nextInt(100) < percent ? 1 : 0;
        meter.step(new int[] {0}, spikes);
        if (traced) {
          state = rn(state.multiply(big(decay)), 16);
        }
        state = state.add(traced ? big((long) spikes * impulse) : big(spikes));
      }
      BigInteger exact = traced ? rn(state, 15) : rn(state.multiply(big(unit)), shift);
      assertThat(meter.endInterval()[0]).isEqualTo(exact.min(big(32767)).intValueExact());
      cuts += exact.compareTo(big(32767)) > 0 ? 1 : 0;
      if (!traced) {
        state = BigInteger.ZERO;
      }
    }
    assertThat(meter.clips() + meter.fullRates()).isEqualTo(cuts);
  }
}
