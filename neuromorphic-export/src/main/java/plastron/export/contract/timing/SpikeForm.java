package plastron.export.contract.timing;

import static plastron.plasticity.expr.Expr.neg;
import static plastron.plasticity.expr.Expr.product;
import static plastron.plasticity.expr.Expr.ref;
import static plastron.plasticity.expr.Expr.sum;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.rule.PlasticityRule;
import plastron.plasticity.rule.RuleBuilder;
import plastron.plasticity.rule.SpikeTrace;

/**
 * A rule of single spikes put together from parts, with the effective weight {@code W + alpha.E}.
 * None of its symbols has a name that the catalogue uses.
 *
 * @param pairing what spikes read
 * @param decay what the trace loses by itself
 * @param before time constant of pre traces in steps, above 0
 * @param behind time constant of post traces in steps, above 0
 */
public record SpikeForm(Pairing pairing, Decay decay, double before, double behind)
    implements RuleFamily {

  /** What spikes read. */
  public enum Pairing {
    /** All spikes of the other side: on pre {@code -A.y}, on post {@code +A.x}. */
    ALL("all pairs"),
    /** The last spike of the other side. */
    NEAREST("nearest"),
    /** All, and the slow trace of the own side: on post {@code +A.x.(1 + y2)}. */
    TRIPLETS("triplets"),
    /** Spikes of one side alone: on post {@code +A.x - B}. */
    ONE_SIDED("post alone");

    private final String text;

    Pairing(String text) {
      this.text = text;
    }
  }

  /** What the trace loses by itself. */
  public enum Decay {
    /** Nothing. */
    NONE("none"),
    /** {@code eta.E} at the end of windows. */
    WINDOW("eta.E"),
    /** {@code A.y.E} on pre in place of {@code A.y}: what is weakened is what is there. */
    WEIGHT("on pre, times E");

    private final String text;

    Decay(String text) {
      this.text = text;
    }
  }

  /** All of them with time constants of 20 and 30 steps. */
  public static List<SpikeForm> all() {
    List<SpikeForm> all = new ArrayList<>();
    for (Pairing pairing : Pairing.values()) {
      for (Decay decay : Decay.values()) {
        all.add(new SpikeForm(pairing, decay, 20, 30));
      }
    }
    return all;
  }

  /** What is read on post, on pre, decay and prediction, for a table. */
  public List<String> columns() {
    return List.of("on post, " + pairing.text, "on pre", decay.text, "none");
  }

  @Override
  public String name() {
    return "spikes-%s-%s"
        .formatted(pairing.name().toLowerCase(Locale.ROOT), decay.name().toLowerCase(Locale.ROOT))
        .replace('_', '-');
  }

  @Override
  public PlasticityRule build(RuleOptions options) {
    RuleBuilder rule = PlasticityRule.named(name());
    Symbol fixed = rule.parameter("fixed", Axis.SYNAPSE, Bounds.NONE, "f");
    Symbol gain = rule.parameter("gain", options.alphaAxis(), Bounds.NONE, "a");
    Symbol up = rule.parameter("up", Axis.GLOBAL, Bounds.UNIT, "u");
    Symbol down = rule.parameter("down", Axis.GLOBAL, Bounds.UNIT, "d");
    Symbol memory = rule.state("memory", Axis.SYNAPSE, Bounds.symmetric(options.clip()), "m");
    SpikeTrace.Entry entry =
        pairing == Pairing.NEAREST ? SpikeTrace.Entry.SET : SpikeTrace.Entry.ADDED;
    Symbol x = rule.trace("sent", Axis.PRE, before, entry, "s");
    List<Expr> onPost = new ArrayList<>(List.of(ref(memory), product(up, x)));
    List<Expr> onPre = new ArrayList<>(List.of(ref(memory)));
    if (pairing == Pairing.TRIPLETS) {
      Symbol slow = rule.trace("slow", Axis.POST, 3 * behind, entry, "l");
      onPost.add(product(up, x, slow));
    }
    if (pairing == Pairing.ONE_SIDED) {
      onPost.add(neg(decay == Decay.WEIGHT ? product(down, memory) : ref(down)));
    } else {
      Symbol y = rule.trace("fired", Axis.POST, behind, entry, "r");
      onPre.add(neg(decay == Decay.WEIGHT ? product(down, y, memory) : product(down, y)));
      rule.onPre(memory, sum(onPre.toArray(Expr[]::new)));
    }
    rule.onPost(memory, sum(onPost.toArray(Expr[]::new)));
    if (decay == Decay.WINDOW) {
      Symbol speed = rule.parameter("speed", Axis.GLOBAL, Bounds.UNIT, "v");
      rule.update(memory, sum(ref(memory), neg(product(speed, memory))));
    }
    return rule.weight(sum(ref(fixed), product(gain, memory)));
  }
}
