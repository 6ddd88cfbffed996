package plastron.slayer.f64;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.statistics.Statistics;
import plastron.slayer.Precision;
import plastron.slayer.reference.LongStaticCases;
import plastron.slayer.reference.ReferenceNetwork;
import plastron.slayer.reference.SweepCase;
import plastron.slayer.reference.SweepCases;
import plastron.slayer.sweep.ParameterLayout;

/** The sweep computes what the text says, gradients included, in every form. */
class SweepReferenceProperties {

  @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
  @Domain(SweepCases.class)
  void spikesPotentialsTracesAndGradientsAreTheReferences(@ForAll SweepCase given) {
    ReferenceNetwork want = compare(given);
    int last = given.graph().computing().length - 1;
    boolean active = want.spikes(last).count(0, given.input().steps()) > 0;
    Statistics.label("output spikes")
        .collect(active)
        .coverage(c -> c.check(true).percentage(p -> p > 50));
    Statistics.label("recurrent")
        .collect(given.isRecurrent())
        .coverage(c -> c.check(true).percentage(p -> p > 30));
  }

  /** Without plasticity, many steps are swept over at a time: these have several such windows. */
  @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
  @Domain(LongStaticCases.class)
  @Domain(DomainContext.Global.class)
  void longEpisodesWithoutPlasticityAreTheReferences(
      @ForAll SweepCase given, @ForAll @IntRange(min = 1, max = 3) int windows) {
    compare(given.keeping(windows, Integer.MAX_VALUE));
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  @Domain(SweepCases.class)
  @Domain(DomainContext.Global.class)
  void truncationIsDetaching(
      @ForAll SweepCase given, @ForAll @IntRange(min = 1, max = 5) int windows) {
    compare(given.keeping(Integer.MAX_VALUE, windows));
  }

  private static ReferenceNetwork compare(SweepCase given) {
    ReferenceNetwork want = given.reference();
    Assume.that(want.margin() > 1e-9);
    SweepRun got = SweepRun.of(given, Precision.DOUBLE);
    for (int l = 0; l < got.spikes().size(); l++) {
      assertThat(got.spikes().get(l)).as("spikes of layer %d", l).isEqualTo(want.spikes(l));
      for (int t = 0; t < given.input().steps(); t++) {
        for (int i = 0; i < got.potentials()[l][t].length; i++) {
          double u = want.potential(l, t, i);
          if (u == Double.NEGATIVE_INFINITY) {
            assertThat(got.potentials()[l][t][i]).isEqualTo(u);
          } else {
            assertThat(got.potentials()[l][t][i])
                .as("potential of layer %d, step %d, neuron %d", l, t, i)
                .isCloseTo(u, within(1e-10 * Math.max(1, Math.abs(u))));
          }
        }
      }
    }
    compareTraces(given, want, got);
    want.backward(given.adjoint());
    for (ParameterLayout.RuleSlot slot : new ParameterLayout(given.model()).rules()) {
      String name = slot.symbol().name();
      SweepRun.assertClose(
          "gradient of %s, projection %d".formatted(name, slot.site()),
          got.gradient(slot.site(), name),
          want.gradient(slot.site(), name),
          1e-9);
    }
    return want;
  }

  private static void compareTraces(SweepCase given, ReferenceNetwork want, SweepRun got) {
    for (int p = 0; p < got.traces().length; p++) {
      if (!given.showsLast(given.graph().projections().get(p))) {
        continue;
      }
      double[][] traces = got.traces()[p];
      for (int from = 0; from < traces.length; from++) {
        for (int to = 0; to < traces[from].length; to++) {
          double e = want.trace(p, from, to);
          assertThat(traces[from][to])
              .as("trace of projection %d [%d][%d]", p, from, to)
              .isCloseTo(e, within(1e-10 * Math.max(1, Math.abs(e))));
        }
      }
    }
  }
}
