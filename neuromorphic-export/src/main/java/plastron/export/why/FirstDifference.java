package plastron.export.why;

import java.util.Optional;
import plastron.export.why.cause.Cause;

/**
 * The first spike in which a model and its chip differ.
 *
 * @param trial the first in which they do, from 0
 * @param step of the trial, from 0
 * @param window of the rules that it lies in, from 0
 * @param population name
 * @param neuron index in the population
 * @param modelFires whether the model fires; the chip does the other
 * @param cause the operation with which the model does what the chip does, and without which it
 *     does not; empty if it does so with none or without any
 * @param alone whether that operation is enough; if not, it takes those that cost more as well
 */
public record FirstDifference(
    int trial,
    int step,
    int window,
    String population,
    int neuron,
    boolean modelFires,
    Optional<Cause> cause,
    boolean alone) {

  /** One sentence. */
  public String sentence() {
    String where =
        "trial %d, step %d (window %d), neuron %d of population %s: the model %s, the chip %s"
            .formatted(
                trial,
                step,
                window,
                neuron,
                population,
                modelFires ? "fires" : "is silent",
                modelFires ? "is silent" : "fires");
    return cause
        .map(
            c ->
                "First spike that differs: %s. Behind it: %s%s."
                    .formatted(where, c, alone ? ", alone" : ", with what costs more than it"))
        .orElse(
            "First spike that differs: %s. None of the operations turns it: random numbers of the chip do, or the last bits of a potential at the threshold."
                .formatted(where));
  }
}
