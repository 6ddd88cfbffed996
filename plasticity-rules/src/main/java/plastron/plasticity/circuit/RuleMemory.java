package plastron.plasticity.circuit;

import java.util.List;
import java.util.function.ToIntFunction;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;

/** How much memory a rule takes on synapses of which nothing is drawn yet. */
final class RuleMemory {

  /** Where the lines of both sides find a synapse, bytes. */
  static final long BY_SPIKES = 6L * Integer.BYTES;

  /** An array and its place in another one, bytes. */
  private static final double ARRAY = 24;

  private RuleMemory() {}

  /** See {@link LearningByRule#bytes}. */
  static double bytes(
      LearningByRule learning,
      double synapses,
      double rows,
      double post,
      ToIntFunction<String> size) {
    // A state has a next value, and weights may be a sum of others.
    double bySynapse = arrays(learning, Axis.SYNAPSE) + 1;
    double byRow = arrays(learning, Axis.PRE) + 2;
    double byPost = 1 + arrays(learning, Axis.POST);
    for (String source : learning.populations().values()) {
      byPost += size.applyAsInt(source);
    }
    double perSynapse =
        Float.BYTES * bySynapse + Integer.BYTES + (learning.rule().isTimed() ? BY_SPIKES : 0);
    return perSynapse * synapses
        + (Float.BYTES * byRow + ARRAY * bySynapse) * rows
        + 2 * Float.BYTES * byPost * post;
  }

  private static double arrays(LearningByRule learning, Axis axis) {
    List<Symbol> all = learning.rule().symbols().stream().filter(s -> s.axis() == axis).toList();
    return all.size() + all.stream().filter(s -> s.role() == Role.STATE).count();
  }
}
