package plastron.plasticity.f64.timing;

import plastron.core.memory.ArrayBytes;
import plastron.core.network.SynapseRows;
import plastron.plasticity.f64.RuleShape64;

/** Which synapses a post neuron has, in arrays with rows by pre neuron. */
final class SynapseColumns64 {

  private final int pres;
  private final int posts;

  /** Of sparse synapses: where each post neuron's begin, their pre neurons and places in rows. */
  private final int[] begin;

  private final int[] pre;
  private final int[] place;
  private final int[] rowBegin;
  private final int[] targets;

  SynapseColumns64(RuleShape64 shape) {
    pres = shape.pre();
    posts = shape.post();
    boolean sparse = shape.synapses().isPresent();
    targets = sparse ? shape.synapses().get().targets() : new int[0];
    begin = new int[sparse ? posts + 1 : 0];
    rowBegin = new int[sparse ? pres + 1 : 0];
    pre = new int[targets.length];
    place = new int[targets.length];
    if (sparse) {
      list(shape.synapses().get());
    }
  }

  private void list(SynapseRows rows) {
    for (int target : targets) {
      begin[target + 1]++;
    }
    for (int i = 0; i < posts; i++) {
      begin[i + 1] += begin[i];
    }
    int[] next = begin.clone();
    for (int j = 0; j < pres; j++) {
      rowBegin[j] = rows.begin(j);
      rowBegin[j + 1] = rows.begin(j) + rows.degree(j);
      for (int s = rowBegin[j]; s < rowBegin[j + 1]; s++) {
        int at = next[targets[s]]++;
        pre[at] = j;
        place[at] = s - rowBegin[j];
      }
    }
  }

  /** Bytes of the lists. */
  static long bytes(RuleShape64 shape) {
    return shape
        .synapses()
        .map(
            rows ->
                ArrayBytes.rows(3, rows.size(), Integer.BYTES)
                    + ArrayBytes.rows(2, rows.pre() + rows.post(), Integer.BYTES))
        .orElse(0L);
  }

  private boolean isSparse() {
    return begin.length > 0;
  }

  /** How many synapses a pre neuron has. */
  int degree(int j) {
    return isSparse() ? rowBegin[j + 1] - rowBegin[j] : posts;
  }

  /** The post neuron of synapse {@code k} of pre neuron {@code j}. */
  int post(int j, int k) {
    return isSparse() ? targets[rowBegin[j] + k] : k;
  }

  /** The first number of a synapse of post neuron {@code i}. */
  int begin(int i) {
    return isSparse() ? begin[i] : i * pres;
  }

  /** Behind the last number of a synapse of post neuron {@code i}. */
  int end(int i) {
    return isSparse() ? begin[i + 1] : (i + 1) * pres;
  }

  /** The pre neuron of a synapse of this number. */
  int pre(int number) {
    return isSparse() ? pre[number] : number % pres;
  }

  /** The place in its row of a synapse of this number. */
  int place(int number) {
    return isSparse() ? place[number] : number / pres;
  }
}
