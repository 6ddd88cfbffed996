package plastron.export.fidelity;

import java.util.List;
import plastron.core.check.Require;
import plastron.core.run.Input;
import plastron.core.run.Recording;
import plastron.core.run.Runner;

/**
 * The trials that a float model and a chip are compared on. Where what a network does decides what
 * it is given next, each of the two goes its own way: its verdict is that of where it came to, and
 * spikes and traces are compared on what the float model was given. Any thread may ask.
 */
public interface ComparedTrials {

  /** How many there are. */
  int count();

  /**
   * Takes a runner through a trial.
   *
   * @param trial from 0
   * @param runner at rest
   */
  Taken take(int trial, Runner runner);

  /**
   * What came of a trial.
   *
   * @param input all that the runner was given
   * @param recording what it did
   * @param solved whether that solves the task
   */
  record Taken(Input input, Recording recording, boolean solved) {}

  /**
   * Trials that do not depend on what a network does.
   *
   * @param inputs one a trial
   * @param readout the task's verdict
   */
  static ComparedTrials of(List<Input> inputs, Readout readout) {
    List<Input> all = Require.all("Inputs of trials", inputs);
    Require.given("Readout", readout);
    return new ComparedTrials() {
      @Override
      public int count() {
        return all.size();
      }

      @Override
      public Taken take(int trial, Runner runner) {
        Recording recording = runner.run(all.get(trial));
        return new Taken(all.get(trial), recording, readout.correct(recording.spikes(), trial));
      }
    };
  }
}
