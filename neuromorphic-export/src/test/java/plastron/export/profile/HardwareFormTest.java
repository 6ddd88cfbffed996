package plastron.export.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plastron.core.network.Delivery;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;

class HardwareFormTest {

  private final HardwareForm form =
      new HardwareForm(
          List.of(NeuronForm.LIF_HARD_RESET),
          0,
          3,
          List.of(KernelForm.DELTA),
          Delivery.ARRIVAL,
          1,
          RateForm.BOXCAR,
          Set.of(Axis.SYNAPSE, Axis.POST, Axis.GLOBAL),
          new UpdateIntervals(63, 9),
          new Bounds(0.01, 0.9),
          List.of());

  @Test
  void axesOfAlphaAreAlwaysNamedInTheSameOrder() {
    assertThat(form.alphaAxes()).hasToString("[GLOBAL, POST, SYNAPSE]");
  }

  @Test
  void ratesOfLearningAreBoundWhateverTheirName() {
    Symbol rate = Symbol.of("speed", Axis.GLOBAL, Role.PARAMETER);
    assertThat(form.bounds(rate.within(Bounds.UNIT))).isEqualTo(new Bounds(0.01, 0.9));
    assertThat(form.bounds(rate.within(new Bounds(0, 0.5)))).isEqualTo(new Bounds(0.01, 0.5));
    assertThat(form.bounds(rate)).isEqualTo(Bounds.NONE);
    Symbol weight = Symbol.of("W", Axis.SYNAPSE, Role.PARAMETER);
    assertThat(form.bounds(weight.within(Bounds.UNIT))).isEqualTo(Bounds.UNIT);
  }
}
