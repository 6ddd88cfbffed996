package plastron.tasks.measure;

import plastron.core.run.Input;
import plastron.core.run.Recording;

/**
 * A trial that a runner was taken through.
 *
 * @param input all that it was given
 * @param recording what it did
 * @param verdicts of the task's judges; not copied: treat as read-only
 */
public record TakenTrial(Input input, Recording recording, double[] verdicts) {}
