package plastron.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Which synapses there are: as listed, or as promised by a rule. */
class ConnectivityProperties {

  private static SynapseRows drawn(ConnectionRule rule, int pre, int post, long seed) {
    return new Connectivity.Generated(rule, seed).sparse(pre, post).orElseThrow();
  }

  @Property(tries = 100)
  void everyPostNeuronHasTheInDegree(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 30) int pre,
      @ForAll @IntRange(min = 1, max = 30) int post,
      @ForAll @IntRange(min = 0, max = 30) int wanted) {
    int degree = Math.min(wanted, pre - 1);
    SynapseRows rows = drawn(new ConnectionRule.FixedInDegree(degree), pre, post, seed);
    assertThat(rows.size()).isEqualTo(degree * post);
    int[] reached = new int[post];
    for (int i : rows.targets()) {
      reached[i]++;
    }
    assertThat(reached).containsOnly(degree);
  }

  /** In all within five standard deviations; the number of a neuron has longer tails. */
  @Property(tries = 100)
  void asManySynapsesAsExpected(@ForAll long seed, @ForAll @IntRange(max = 9) int tenths) {
    double p = tenths / 10.0;
    SynapseRows rows = drawn(new ConnectionRule.FixedProbability(p), 60, 50, seed);
    assertThat(Math.abs(rows.size() - 3000 * p))
        .isLessThanOrEqualTo(5 * Math.sqrt(3000 * p * (1 - p)));
    int[] reached = new int[50];
    for (int i : rows.targets()) {
      reached[i]++;
    }
    for (int n : reached) {
      assertThat(Math.abs(n - 60 * p)).isLessThanOrEqualTo(9 * Math.sqrt(60 * p * (1 - p)));
    }
  }

  @Property(tries = 100)
  void theSeedDecides(@ForAll long seed, @ForAll long other) {
    for (ConnectionRule rule :
        new ConnectionRule[] {
          new ConnectionRule.FixedProbability(0.5), new ConnectionRule.FixedInDegree(10)
        }) {
      SynapseRows rows = drawn(rule, 20, 30, seed);
      assertThat(drawn(rule, 20, 30, seed)).isEqualTo(rows).hasSameHashCodeAs(rows);
      if (other != seed) {
        assertThat(drawn(rule, 20, 30, other)).isNotEqualTo(rows);
      }
    }
  }

  /** Whoever trained with a seed finds the same network again in later versions. */
  @Example
  void theSynapsesOfASeedNeverChange() {
    assertThat(drawn(new ConnectionRule.FixedProbability(0.4), 3, 8, 7).targets())
        .containsExactly(1, 5, 5, 6, 2, 4, 7);
    assertThat(drawn(new ConnectionRule.FixedInDegree(2), 3, 5, 7).targets())
        .containsExactly(0, 1, 4, 1, 2, 3, 4, 0, 2, 3);
  }

  @Property(tries = 100)
  void aListIsWhatItWasMadeOf(@ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int post) {
    Random random = new Random(seed);
    int[][] lists = new int[1 + random.nextInt(5)][];
    Arrays.setAll(lists, j -> IntStream.range(0, post).filter(i -> random.nextBoolean()).toArray());
    SynapseRows rows = SynapseRows.of(lists, post);
    int most = 0;
    for (int j = 0; j < lists.length; j++) {
      assertThat(Arrays.copyOfRange(rows.targets(), rows.begin(j), rows.begin(j + 1)))
          .isEqualTo(lists[j]);
      assertThat(rows.degree(j)).isEqualTo(lists[j].length);
      most = Math.max(most, lists[j].length);
    }
    assertThat(rows.maxDegree()).isEqualTo(most);
    assertThat(rows.isComplete()).isEqualTo(rows.size() == lists.length * post);
  }

  @Example
  void allSynapsesAreDenseHoweverThatIsSaid() {
    assertThat(new Connectivity.Dense().sparse(2, 2)).isEmpty();
    assertThat(new Connectivity.Rows(SynapseRows.of(new int[][] {{0, 1}, {0, 1}}, 2)).sparse(2, 2))
        .isEmpty();
    assertThat(new Connectivity.Generated(new ConnectionRule.FixedProbability(1), 5).sparse(2, 2))
        .isEmpty();
    SynapseRows some = SynapseRows.of(new int[][] {{0, 1}, {}}, 2);
    assertThat(new Connectivity.Rows(some).sparse(2, 2)).isEqualTo(Optional.of(some));
  }

  @Example
  void refusesWhatIsNoList() {
    assertThatThrownBy(() -> SynapseRows.of(new int[][] {{}, {1, 1}}, 2))
        .hasMessageContaining("pre neuron 1")
        .hasMessageContaining("(1)");
    assertThatThrownBy(() -> SynapseRows.of(new int[][] {{0, 2}}, 2)).hasMessageContaining("(2)");
    assertThatThrownBy(() -> SynapseRows.of(new int[][] {{-1}}, 2)).hasMessageContaining("(-1)");
    SynapseRows rows = SynapseRows.of(new int[][] {{0}}, 2);
    assertThatThrownBy(() -> new Connectivity.Rows(rows).sparse(1, 3))
        .hasMessageContaining("from 1 to 2")
        .hasMessageContaining("from 1 to 3");
    assertThatThrownBy(() -> new ConnectionRule.FixedInDegree(3).draw(2, 2, 0))
        .hasMessageContaining("(3)");
    assertThatThrownBy(() -> new ConnectionRule.FixedInDegree(-1)).hasMessageContaining("(-1)");
    assertThatThrownBy(() -> new ConnectionRule.FixedProbability(Double.NaN))
        .hasMessageContaining("NaN");
  }
}
