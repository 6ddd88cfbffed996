package plastron.loihi.conformance;

import java.util.List;
import plastron.export.conformance.Comparison;
import plastron.export.conformance.VectorReader;
import plastron.loihi.emulator.SpikeList;
import plastron.loihi.learning.LearningEngine;

/** Kind {@code learning}: the learning engine driven by recorded spikes and random numbers. */
public final class LearningKind extends CaseKind {

  /** For the service loader. */
  public LearningKind() {
    super("learning");
  }

  @Override
  protected void check(VectorReader one, Comparison comparison) {
    int pre = Fields.population(one, "n_pre");
    int post = Fields.population(one, "n_post");
    int steps = Fields.steps(one);
    LearningEngine engine = LearningFields.engine(one, comparison, pre, post, steps);
    RecordedState expected =
        new RecordedState(one.object("after_step"), steps, pre, post, List.of());
    int[][] preSpikes = Fields.spikeLists(one, "pre_spikes", steps, pre);
    int[][] postSpikes = Fields.spikeLists(one, "post_spikes", steps, post);
    int[][][] written =
        LearningFields.isThirdFactor(one)
            ? one.intCube("y_in", steps, 3, post, -(1 << 20), 1 << 20)
            : new int[0][][];
    SpikeList before = new SpikeList(pre);
    SpikeList after = new SpikeList(post);
    for (int k = 0; k < steps; k++) {
      before.set(preSpikes[k]);
      after.set(postSpikes[k]);
      engine.spikes(before, after);
      if (written.length > 0) {
        engine.write(written[k][0], written[k][1], written[k][2]);
      }
      engine.learn();
      expected.compare(comparison, engine, k);
    }
  }
}
