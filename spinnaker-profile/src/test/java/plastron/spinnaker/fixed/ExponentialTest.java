package plastron.spinnaker.fixed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ExponentialTest {

  @Test
  void theGuardsHoldAtTheirEdges() {
    assertThat(Exponential.expk(Exponential.UPPER_GUARD + 1)).isEqualTo(Integer.MAX_VALUE);
    assertThat(Exponential.expk(Exponential.UPPER_GUARD)).isPositive();
    assertThat(Exponential.expk(Exponential.LOWER_GUARD - 1)).isZero();
    assertThat(Exponential.expulr(Integer.MIN_VALUE)).isZero();
    assertThat(Exponential.expulr(Integer.MAX_VALUE)).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void theFractionOfOneReadsZero() {
    assertThat(Exponential.expulr(0)).isZero();
    assertThat(Exponential.expk(0)).isEqualTo(Accum.ONE);
  }

  @Test
  void tablesHoldTheirDefinition() {
    assertThat(ExponentialTables.powers()[13]).isEqualTo(1L << 32);
    assertThat(ExponentialTables.powers()[14]).isEqualTo(11674931555L);
    assertThat(ExponentialTables.complements()[0]).isZero();
    assertThat(ExponentialTables.complements()).hasSize(16).isSorted();
  }

  @Test
  void aLookupTableEndsWithZeros() {
    DecayLookupTable table = DecayLookupTable.create(1, 20, 0);
    assertThat(table.at(0)).isEqualTo(DecayLookupTable.ONE);
    assertThat(table.at(20)).isEqualTo((int) (Math.exp(-1) * 2048));
    assertThat(table.at(table.size())).isZero();
    assertThatThrownBy(() -> DecayLookupTable.create(1, 1e9, 0)).hasMessageContaining("Maybe");
  }
}
