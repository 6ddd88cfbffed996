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
        public boolean isDue(long iteration) {
          return false;
        }

        @Override
        public ParameterGrids grids(PlasticModel model) {
          return ParameterGrids.NONE;
        }
      };

  /** Whether an iteration begins with a new answer; before the first nothing is rounded. */
  boolean isDue(long iteration);

  /**
   * The grids for the present parameters.
   *
   * @param model with real numbers
   */
  ParameterGrids grids(PlasticModel model);
}
