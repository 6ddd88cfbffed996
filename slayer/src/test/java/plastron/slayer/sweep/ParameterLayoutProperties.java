package plastron.slayer.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.RuleSite;
import plastron.slayer.reference.SweepCase;
import plastron.slayer.reference.SweepCases;

@Domain(SweepCases.class)
class ParameterLayoutProperties {

  @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
  void aModelFlattenedAndUnflattenedIsTheSame(@ForAll SweepCase given) {
    PlasticModel model = given.model();
    ParameterLayout layout = new ParameterLayout(model);
    PlasticModel again = layout.unflatten(layout.flatten(model), model);
    List<RuleSite> want = model.graph().sites();
    List<RuleSite> got = again.graph().sites();
    assertThat(got).hasSameSizeAs(want);
    for (int s = 0; s < want.size(); s++) {
      assertThat(got.get(s).parameters().keySet()).isEqualTo(want.get(s).parameters().keySet());
      for (String name : want.get(s).parameters().keySet()) {
        assertThat(got.get(s).parameter(name)).isDeepEqualTo(want.get(s).parameter(name));
      }
    }
  }

  @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
  void slotsLieSideBySide(@ForAll SweepCase given) {
    ParameterLayout layout = new ParameterLayout(given.model());
    int offset = 0;
    for (ParameterLayout.RuleSlot slot : layout.rules()) {
      assertThat(slot.offset()).isEqualTo(offset);
      offset += slot.size();
    }
    assertThat(layout.size()).isEqualTo(offset);
  }

  @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
  void projectionMovesRatesIntoTheUnitIntervalAmplitudesAboveZeroAndNothingElse(
      @ForAll SweepCase given) {
    ParameterLayout layout = new ParameterLayout(given.model());
    FlatVector vector = new FlatVector(layout.size());
    for (int i = 0; i < vector.size(); i++) {
      vector.set(i, i % 3 * 1.5 - 1.25);
    }
    FlatVector before = new FlatVector(vector.toArray());
    layout.project(vector, Symbol::bounds);
    for (ParameterLayout.RuleSlot slot : layout.rules()) {
      String name = slot.symbol().name();
      double low = name.startsWith("eta") || name.startsWith("A") ? 0 : Double.NEGATIVE_INFINITY;
      double high = name.startsWith("eta") ? 1 : Double.POSITIVE_INFINITY;
      for (int i = slot.offset(); i < slot.offset() + slot.size(); i++) {
        assertThat(vector.get(i)).isEqualTo(Math.clamp(before.get(i), low, high));
      }
    }
  }
}
