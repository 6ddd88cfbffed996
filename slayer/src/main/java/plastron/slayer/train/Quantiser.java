package plastron.slayer.train;

import plastron.plasticity.model.PlasticModel;

/**
 * Says what the numbers of a model would be rounded to on a chip, so that training meets it
 * forwards. What it answers depends on the model alone: a training that is resumed asks again and
 * must hear the same.
 */
public interface Quantiser {

  /** Nothing is rounded. */
  Quantiser NONE =
      new Quantiser() {
        @Override
        public long every() {
          return Long.MAX_VALUE;
        }

        @Override
        public ParameterGrids grids(PlasticModel model) {
          return ParameterGrids.NONE;
        }
      };

  /** Iterations from one answer to the next, at least 1; the first is given before them all. */
  long every();

  /** Whether an iteration begins with a new answer. */
  default boolean isDue(long iteration) {
    return iteration % every() == 0;
  }

  /**
   * The grids for the present parameters.
   *
   * @param model with real numbers
   */
  ParameterGrids grids(PlasticModel model);
}
