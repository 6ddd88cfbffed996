package plastron.plasticity.rule;

import java.util.List;
import plastron.core.check.Require;

/**
 * What single spikes do at a synapse, besides the update at a window's end. An update acts in the
 * step in which its neuron's spike takes effect at the synapse: that of a presynaptic spike when it
 * arrives, that of a postsynaptic one when it is emitted. It reads traces from before this step's
 * spikes. Within a step first all updates on pre, then all on post, then the window's end, where
 * there is one; the right-hand sides of one of these read the states from before it, and bounds
 * clip after each. New weights act from the next step on.
 *
 * @param traces traces of the spikes of either side
 * @param onPre next values of synaptic states after a presynaptic spike
 * @param onPost next values of synaptic states after a postsynaptic spike
 */
public record SpikeTiming(
    List<SpikeTrace> traces, List<Definition> onPre, List<Definition> onPost) {

  /** Of a rule that acts at windows' ends alone. */
  public static final SpikeTiming NONE = new SpikeTiming(List.of(), List.of(), List.of());

  public SpikeTiming {
    traces = Require.all("Traces", traces);
    onPre = Require.all("Updates on pre", onPre);
    onPost = Require.all("Updates on post", onPost);
  }

  /** Whether single spikes do nothing. */
  public boolean isNone() {
    return onPre.isEmpty() && onPost.isEmpty();
  }
}
