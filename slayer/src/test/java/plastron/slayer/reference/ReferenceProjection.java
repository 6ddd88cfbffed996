package plastron.slayer.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plastron.core.network.Delivery;
import plastron.plasticity.model.PlasticProjection;

/** One projection, step by step, with explicit sums over the past. */
final class ReferenceProjection {

  final Map<String, Var[][]> parameter = new LinkedHashMap<>();
  final PlasticProjection projection;
  final ReferenceRule rule;

  private final ReferenceTape tape;
  private final int post;
  private final List<Var[]> received = new ArrayList<>();
  private final List<Var[]> weighted = new ArrayList<>();
  private final List<Var[]> response = new ArrayList<>();

  ReferenceProjection(ReferenceTape tape, PlasticProjection projection, int pre, int post) {
    this.tape = tape;
    this.projection = projection;
    this.post = post;
    projection.parameters().forEach((name, value) -> parameter.put(name, leaves(value)));
    rule = new ReferenceRule(tape, projection.rule(), parameter, pre, post);
  }

  private Var[][] leaves(double[][] value) {
    Var[][] leaves = new Var[value.length][value[0].length];
    for (int r = 0; r < value.length; r++) {
      for (int c = 0; c < value[r].length; c++) {
        leaves[r][c] = tape.constant(value[r][c]);
      }
    }
    return leaves;
  }

  /** Takes the spikes of the next step, with the weights in force. */
  void receive(Var[] preSpikes, Var[][] weight) {
    received.add(preSpikes);
    weighted.add(product(preSpikes, weight));
    response.add(
        projection.delivery() == Delivery.TRACE
            ? product(tape.response(projection.kernel(), received, 0), weight)
            : tape.response(projection.kernel(), weighted, 0));
  }

  /** What arrives in step {@code t}, {@code latency} steps after it was received. */
  Var[] current(int t, int latency) {
    if (t >= latency) {
      return response.get(t - latency);
    }
    Var[] nothing = new Var[post];
    Arrays.fill(nothing, tape.constant(0));
    return nothing;
  }

  private Var[] product(Var[] vector, Var[][] weight) {
    Var[] product = new Var[post];
    for (int i = 0; i < product.length; i++) {
      List<Var> parts = new ArrayList<>();
      for (int j = 0; j < vector.length; j++) {
        parts.add(tape.times(weight[j][i], vector[j]));
      }
      product[i] = tape.sum(parts);
    }
    return product;
  }

  /** Makes everything that the next steps remember a constant. */
  void detach() {
    rule.detach();
    for (List<Var[]> history : List.of(received, weighted, response)) {
      tape.detach(history);
    }
  }
}
