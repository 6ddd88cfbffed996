package plastron.spinnaker.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Each counter alone: what overflows here overflows in one place only. */
class LifWrapsTest {

  private static final int MV = 1 << 15;
  private static final int[] NOTHING = {0};

  private static LifPopulation neuron(int vInit, int vRest, int cM, int offset, int shift) {
    return new LifPopulation(
        List.of(
            new CurrentLifParameters(
                vInit,
                vRest,
                cM,
                20 * MV,
                offset,
                -65 * MV,
                MV,
                0,
                MV,
                Integer.MAX_VALUE,
                5 * MV,
                0,
                5 * MV,
                0,
                1)),
        shift,
        shift);
  }

  private static void step(LifPopulation neuron, int exc, int inh) {
    neuron.receive(new int[] {exc}, new int[] {inh});
    neuron.update(NOTHING.clone());
  }

  private static void assertWraps(LifPopulation neuron, int current, int drive, int voltage) {
    assertThat(List.of(neuron.currentWraps(), neuron.driveWraps(), neuron.voltageWraps()))
        .containsExactly((long) current, (long) drive, (long) voltage);
  }

  @Test
  void ordinaryStepsWrapNothing() {
    LifPopulation neuron = neuron(-65 * MV, -65 * MV, MV, MV, 5);
    step(neuron, 65535, 65535);
    assertWraps(neuron, 0, 0, 0);
  }

  @Test
  void aWeightShiftedOutOfRangeIsACurrentWrap() {
    LifPopulation neuron = neuron(-65 * MV, -65 * MV, MV, 0, 16);
    neuron.receive(new int[] {0x8000}, NOTHING);
    assertWraps(neuron, 1, 0, 0);
    neuron.receive(NOTHING, new int[] {0xFFFF});
    assertWraps(neuron, 2, 0, 0);
  }

  @Test
  void currentsThatAddUpBeyondTheRangeAreACurrentWrap() {
    LifPopulation neuron = neuron(0, 0, MV, 0, 15);
    neuron.receive(new int[] {65535}, NOTHING);
    assertWraps(neuron, 0, 0, 0);
    neuron.receive(new int[] {65535}, NOTHING);
    assertWraps(neuron, 1, 0, 0);
  }

  @Test
  void tooMuchResistanceTimesCurrentIsADriveWrap() {
    LifPopulation neuron = neuron(0, 0, MV / 100, 170 * MV, 0);
    step(neuron, 0, 0);
    assertWraps(neuron, 0, 1, 0);
  }

  @Test
  void aVoltageTooFarFromRestIsAVoltageWrap() {
    LifPopulation neuron = neuron(-40000 * MV, 40000 * MV, MV, 0, 0);
    step(neuron, 0, 0);
    assertThat(neuron.driveWraps() + neuron.currentWraps()).isZero();
    assertThat(neuron.voltageWraps()).isEqualTo(1);
  }

  @Test
  void slowSynapsesLoseTheirMemory() {
    assertThat(LifConstants.decay(1, 5 * MV)).isZero();
    assertThat(LifConstants.decay(MV, 5 * MV)).isEqualTo(3516490311L);
  }

  @Test
  void parametersThatTheCoreWouldDivideByAreRefused() {
    assertThatThrownBy(() -> neuron(0, 0, 0, 0, 0)).hasMessageContaining("c_m (0)");
    assertThatThrownBy(() -> neuron(0, 0, MV, 0, 32)).hasMessageContaining("shifts (32, 32)");
  }
}
