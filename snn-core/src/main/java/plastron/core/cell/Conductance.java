package plastron.core.cell;

import plastron.core.lanes.CellParameter;
import plastron.core.lanes.CellRow;
import plastron.core.network.Values;
import plastron.core.state.StateVisitor;

/** A conductance of one sign of consecutive neurons, in what it does to the potential in a step. */
final class Conductance {

  /** At the end of the last step, nS; the inhibitory one below 0. */
  final CellRow now;

  final CellParameter decay;

  /** From nS to the mean over the next step, times the step, over the capacitance. */
  final CellParameter perStep;

  /** Its reversal potential above the leak, mV. */
  final CellParameter reversal;

  Conductance(IafCells cells, CellMembrane m, Values tauMs, Values reversalMv, double dtMs) {
    now = new CellRow(cells.v.length());
    decay = cells.parameter(i -> Math.exp(-dtMs / tauMs.at(i)));
    perStep =
        cells.parameter(
            i -> tauMs.at(i) * -Math.expm1(-dtMs / tauMs.at(i)) / m.capacitancePf().at(i));
    reversal = cells.parameter(i -> reversalMv.at(i) - m.leakMv().at(i));
  }

  /** The mean over the next step, times the step, over the capacitance. */
  double perStep(int i) {
    return now.get(i) * perStep.at(i);
  }

  void decay(int i) {
    now.set(i, now.get(i) * decay.at(i));
  }

  void receive(int i, double arrived) {
    now.set(i, now.get(i) + arrived);
  }

  boolean isUniform() {
    return perStep.isUniform() && reversal.isUniform();
  }

  void state(StateVisitor visitor) {
    now.state(visitor);
  }

  long bytes() {
    return now.bytes() + decay.bytes() + perStep.bytes() + reversal.bytes();
  }
}
