package plastron.slayer.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.layered.LayerSynapses;
import plastron.plasticity.layered.LayeredModel;
import plastron.slayer.reference.SweepCase;
import plastron.slayer.reference.SweepCases;

@Domain(SweepCases.class)
class ParameterLayoutProperties {

  @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
  void aModelFlattenedAndUnflattenedIsTheSame(@ForAll SweepCase given) {
    LayeredModel model = given.model();
    ParameterLayout layout = new ParameterLayout(model);
    LayeredModel again = layout.unflatten(layout.flatten(model), model);
    for (int l = 0; l < model.layers().size(); l++) {
      List<LayerSynapses> want = model.layers().get(l).projections();
      List<LayerSynapses> got = again.layers().get(l).projections();
      assertThat(got).hasSameSizeAs(want);
      for (int p = 0; p < want.size(); p++) {
        assertThat(got.get(p).parameters().keySet()).isEqualTo(want.get(p).parameters().keySet());
        for (String name : want.get(p).parameters().keySet()) {
          assertThat(got.get(p).parameter(name)).isDeepEqualTo(want.get(p).parameter(name));
        }
      }
    }
  }

  @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
  void slotsLieSideBySide(@ForAll SweepCase given) {
    ParameterLayout layout = new ParameterLayout(given.model());
    int offset = 0;
    for (ParameterLayout.Slot slot : layout.slots()) {
      assertThat(slot.offset()).isEqualTo(offset);
      offset += slot.size();
    }
    assertThat(layout.size()).isEqualTo(offset);
  }

  @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
  void projectionMovesRatesIntoTheUnitIntervalAndNothingElse(@ForAll SweepCase given) {
    ParameterLayout layout = new ParameterLayout(given.model());
    FlatVector vector = new FlatVector(layout.size());
    for (int i = 0; i < vector.size(); i++) {
      vector.set(i, i % 3 * 1.5 - 1.25);
    }
    FlatVector before = new FlatVector(vector.toArray());
    layout.project(vector, Symbol::bounds);
    for (ParameterLayout.Slot slot : layout.slots()) {
      boolean rate = slot.symbol().name().startsWith("eta");
      for (int i = slot.offset(); i < slot.offset() + slot.size(); i++) {
        assertThat(vector.get(i))
            .isEqualTo(rate ? Math.clamp(before.get(i), 0.0, 1.0) : before.get(i));
      }
    }
  }
}
