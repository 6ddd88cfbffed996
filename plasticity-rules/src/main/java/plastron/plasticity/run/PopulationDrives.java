package plastron.plasticity.run;

import java.util.Arrays;
import java.util.List;
import plastron.core.kernel.Rows;
import plastron.core.run.NeuronDynamics;
import plastron.plasticity.model.Drive;

/**
 * All drives of one population: at the end of every full window their rules give what drives it in
 * the next. In the first window nothing does.
 */
final class PopulationDrives implements NeuronDynamics {

  /** A drive at work. */
  record Driven(Drive.Target target, WindowedRule rule) {}

  private final List<Driven> drives;
  private final float[][] value;

  PopulationDrives(List<Driven> drives, int neurons) {
    this.drives = drives;
    value = new float[1][neurons];
  }

  @Override
  public void reset(float[] bias, float[] lowered) {
    drives.forEach(drive -> drive.rule().reset());
  }

  @Override
  public void endStep(float[] bias, float[] lowered) {
    boolean first = true;
    for (Driven drive : drives) {
      // All rules act at the same steps.
      if (!drive.rule().endStep()) {
        continue;
      }
      if (first) {
        Arrays.fill(bias, 0);
        Arrays.fill(lowered, 0);
        first = false;
      }
      drive.rule().weights(value);
      Rows.add(drive.target() == Drive.Target.BIAS ? bias : lowered, value[0]);
    }
  }
}
