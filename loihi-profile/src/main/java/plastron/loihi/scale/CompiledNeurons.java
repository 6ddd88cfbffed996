package plastron.loihi.scale;

import java.util.List;
import plastron.export.fixedpoint.ScaledArray;
import plastron.loihi.neuron.NeuronProgram;

/**
 * The post side of a rule as a neuron program.
 *
 * @param program what every neuron runs
 * @param arrays matrices and vectors that it reads
 * @param rateUnit what 1 of y1 stands for, if the program writes it; 1 if not
 * @param factorUnit what 1 of y2 and y3 stands for, if the program writes them; 1 if not
 */
record CompiledNeurons(
    NeuronProgram program, List<ScaledArray> arrays, double rateUnit, double factorUnit) {
  CompiledNeurons {
    arrays = List.copyOf(arrays);
  }
}
