package plastron.slayer.loss;

import java.util.List;
import plastron.slayer.sweep.Adjoints;
import plastron.slayer.sweep.Observed;

/** The loss of one episode, bound to that episode's targets; terms add up. */
public interface Loss {

  /**
   * Evaluates the loss and its derivative.
   *
   * @param observed what the episode showed
   * @param adjoints receive the derivative with respect to all of it: added to
   * @return the loss
   */
  double evaluate(Observed observed, Adjoints adjoints);

  /** The sum of some terms. */
  static Loss sum(List<? extends Loss> terms) {
    List<Loss> all = List.copyOf(terms);
    return (observed, adjoints) -> {
      double sum = 0;
      for (Loss term : all) {
        sum += term.evaluate(observed, adjoints);
      }
      return sum;
    };
  }
}
