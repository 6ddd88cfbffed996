package plastron.loihi.conformance;

import java.util.List;
import plastron.export.conformance.BrokenVectorException;
import plastron.export.conformance.Comparison;
import plastron.export.conformance.VectorReader;
import plastron.loihi.learning.LearningEngine;

/**
 * The recorded state of a learning engine after each step; compares whatever of it the file holds.
 */
final class RecordedState {

  private static final List<String> PRE = List.of("x1", "x2");
  private static final List<String> POST = List.of("y1", "y2", "y3");
  private static final List<String> SYNAPSE = List.of("weights", "tag_1", "tag_2");

  private final String place;
  private final int[][][] pre = new int[PRE.size()][][];
  private final int[][][] post = new int[POST.size()][][];
  private final int[][][][] synapse = new int[SYNAPSE.size()][][][];

  RecordedState(VectorReader after, int steps, int pres, int posts, List<String> others) {
    place = after.place();
    for (String field : after.fields()) {
      if (PRE.contains(field)) {
        pre[PRE.indexOf(field)] =
            after.intMatrix(field, steps, pres, Fields.ANY_MIN, Fields.ANY_MAX);
      } else if (POST.contains(field)) {
        post[POST.indexOf(field)] =
            after.intMatrix(field, steps, posts, Fields.ANY_MIN, Fields.ANY_MAX);
      } else if (SYNAPSE.contains(field)) {
        synapse[SYNAPSE.indexOf(field)] =
            after.intCube(field, steps, posts, pres, Fields.ANY_MIN, Fields.ANY_MAX);
      } else if (!others.contains(field)) {
        throw new BrokenVectorException(
            "%s (%s) should hold traces and synaptic variables".formatted(place, field));
      }
    }
    after.element("weights");
  }

  void compare(Comparison comparison, LearningEngine engine, int k) {
    for (int z = 0; z < pre.length; z++) {
      for (int j = 0; pre[z] != null && j < pre[z][k].length; j++) {
        String at = PRE.get(z);
        int neuron = j;
        comparison.exact(engine.x(z + 1, j), pre[z][k][j], () -> at(at, k) + ", neuron " + neuron);
      }
    }
    for (int z = 0; z < post.length; z++) {
      for (int i = 0; post[z] != null && i < post[z][k].length; i++) {
        String at = POST.get(z);
        int neuron = i;
        comparison.exact(engine.y(z + 1, i), post[z][k][i], () -> at(at, k) + ", neuron " + neuron);
      }
    }
    for (int z = 0; z < synapse.length; z++) {
      if (synapse[z] != null) {
        compareSynapses(comparison, engine, k, z);
      }
    }
  }

  private void compareSynapses(Comparison comparison, LearningEngine engine, int k, int z) {
    int[][] want = synapse[z][k];
    for (int i = 0; i < want.length; i++) {
      for (int j = 0; j < want[i].length; j++) {
        int got =
            switch (z) {
              case 0 -> engine.weight(j, i);
              case 1 -> engine.tag(j, i);
              default -> engine.delay(j, i);
            };
        int row = i;
        int column = j;
        comparison.exact(
            got, want[i][j], () -> at(SYNAPSE.get(z), k) + "[%d][%d]".formatted(row, column));
      }
    }
  }

  private String at(String quantity, int step) {
    return "%s, %s at step %d".formatted(place, quantity, step);
  }
}
