package plastron.export.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plastron.core.network.Delivery;
import plastron.plasticity.expr.Axis;

class HardwareFormTest {

  @Test
  void axesOfAlphaAreAlwaysNamedInTheSameOrder() {
    HardwareForm form =
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
            List.of());
    assertThat(form.alphaAxes()).hasToString("[GLOBAL, POST, SYNAPSE]");
  }
}
