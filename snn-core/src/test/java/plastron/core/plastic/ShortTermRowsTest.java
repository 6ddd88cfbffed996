package plastron.core.plastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import plastron.core.circuit.Connections;
import plastron.core.circuit.Distribution;
import plastron.core.circuit.Pattern;
import plastron.core.circuit.ShortTerm;

class ShortTermRowsTest {

  private static final double LN2 = Math.log(2);
  private static final int[] NONE = {};

  /** In 10 ms resources recover by half, and utilisation falls by three quarters. */
  private static final ShortTerm HALVES = new ShortTerm(0.5, 10 / LN2, 5 / LN2);

  @Test
  void whatArrivesIsWhatTheRecursionSaysByHand() {
    PlasticBlock block = block(HALVES, Distribution.of(2));
    // x = 1, u = 1/2
    assertThat(arriving(block, 7)).isEqualTo(2 * 0.5);
    // x = 1 - 1/2 1/2 = 3/4, u = 1/2 + 1/2 1/2 1/4 = 9/16
    assertThat(arriving(block, 10)).isCloseTo(2 * 27. / 64, within(1e-14));
    // x = 1 - 43/64 1/4 = 213/256, u = 1/2 + 9/16 1/2 1/16 = 265/512
    assertThat(arriving(block, 20)).isCloseTo(2 * 213. / 256 * 265 / 512, within(1e-14));
    // Nothing is left of the past.
    assertThat(arriving(block, 100_000)).isEqualTo(2 * 0.5);
  }

  @Test
  void withoutFacilitationUtilisationIsTheSame() {
    PlasticBlock block = block(new ShortTerm(0.25, 10 / LN2, 0), Distribution.of(-1));
    assertThat(arriving(block, 1)).isEqualTo(-0.25);
    // x = 1 - 1/4 1/2 = 7/8
    assertThat(arriving(block, 10)).isCloseTo(-7. / 32, within(1e-14));
  }

  @Test
  void weightsMayDifferAndDoNotChange() {
    PlasticBlock block = block(HALVES, new Distribution.Each(1, -3));
    arriving(block, 1);
    arriving(block, 10);
    assertThat(block.arriving(0, 3)).isCloseTo(27. / 64, within(1e-14));
    assertThat(block.arriving(1, 4)).isCloseTo(-3 * 27. / 64, within(1e-14));
    assertThat(block.weights()).isEmpty();
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatThrownBy(() -> new ShortTerm(1.1, 10, 0))
        .hasMessage("Utilisation (1.1) must be a number from 0 to 1.");
    assertThatThrownBy(() -> new ShortTerm(0.5, 0, 0)).hasMessageContaining("recovery (0.0)");
    assertThatThrownBy(() -> new ShortTerm(0.5, 10, -1)).hasMessageContaining("facilitation (-1");
  }

  /** What arrives at the first neuron by a spike that comes so many steps later. */
  private static double arriving(PlasticBlock block, int steps) {
    for (int s = 1; s < steps; s++) {
      block.step(NONE, NONE, NONE);
    }
    block.step(new int[] {0}, NONE, NONE);
    return block.arriving(0, 3);
  }

  /** A neuron that reaches two others, after 3 and 4 ms. */
  private static PlasticBlock block(ShortTerm shortTerm, Distribution weights) {
    Connections connections =
        new Connections(
            "c",
            "a",
            "b",
            new Pattern.Listed(new int[] {0, 0}, new int[] {0, 1}),
            weights,
            new Distribution.Each(3, 4),
            Optional.of(shortTerm));
    return new PlasticBlock(connections, 1, 2, 1);
  }
}
