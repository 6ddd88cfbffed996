package plastron.slayer.f64;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import plastron.core.run.Input;
import plastron.core.spikes.SpikeRaster;
import plastron.slayer.Precision;
import plastron.slayer.reference.SweepCase;
import plastron.slayer.reference.SweepCases;
import plastron.slayer.sweep.Sweep;
import plastron.slayer.sweep.Tape;
import plastron.slayer.sweep.TapeLimit;

/** What a tape is reckoned to take is what its arrays take, however many spikes there are. */
@Domain(SweepCases.class)
@Domain(DomainContext.Global.class)
class TapeMemoryProperties {

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void aTapeStaysWithinItsMemoryUnlessTheLeastIsMore(
      @ForAll SweepCase given,
      @ForAll @IntRange(min = 8, max = 18) int bits,
      @ForAll Precision precision) {
    long least = bytes(given, 1, false, precision);
    assertThat(bytes(given, 1L << bits, false, precision))
        .isLessThanOrEqualTo(Math.max(1L << bits, least));
  }

  /** Where a chunk begins is on its tape. */
  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void soDoesTheTapeOfAChunk(
      @ForAll SweepCase given,
      @ForAll @IntRange(min = 8, max = 18) int bits,
      @ForAll Precision precision) {
    long least = bytes(given, 1, true, precision);
    assertThat(bytes(given, 1L << bits, true, precision))
        .isLessThanOrEqualTo(Math.max(1L << bits, least));
  }

  /**
   * Bytes of the arrays of a tape that has gone both ways, with a spike of every input and step.
   */
  private static long bytes(SweepCase given, long limit, boolean chunk, Precision precision) {
    SweepCase kept = given.keeping(new TapeLimit(Integer.MAX_VALUE, limit), Integer.MAX_VALUE);
    SpikeRaster input = new SpikeRaster(kept.input().steps(), kept.input().neurons());
    for (int t = 0; t < input.steps(); t++) {
      for (int j = 0; j < input.neurons(); j++) {
        input.set(t, j);
      }
    }
    Sweep sweep = precision.sweep(kept.model(), kept.options());
    Tape tape = sweep.tape();
    Input episode = new Input(List.of(input), kept.episode().signals());
    if (chunk) {
      sweep.forward(tape, sweep.state(), episode);
    } else {
      sweep.forward(tape, episode);
    }
    sweep.backward(tape, kept.adjoints());
    return ArraysOf.bytes(tape, ArraysOf::isPartOfATape);
  }
}
