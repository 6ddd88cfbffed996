package plastron.loihi.learning;

/** The variables of all synapses, {@code [pre][post]}. */
final class SynapticState {

  final int[][] weights;
  final int[][] tags;
  final int[][] delays;

  SynapticState(int[][] weights, int[][] tags, int[][] delays) {
    this.weights = weights;
    this.tags = tags;
    this.delays = delays;
  }
}
