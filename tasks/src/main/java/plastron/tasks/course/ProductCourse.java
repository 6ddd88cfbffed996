package plastron.tasks.course;

import java.util.random.RandomGenerator;
import plastron.core.spikes.SpikeRaster;
import plastron.slayer.loss.ReadoutSteps;
import plastron.slayer.objective.Course;
import plastron.slayer.objective.OpenSource;

/**
 * Trials in which spikes tell two courses between 0 and 1, sines of random period and phase, each
 * by a group of neurons that fire the more the higher it is, and one that does so the lower it is.
 * The target is the product of both.
 *
 * @param steps of a trial, at least 2
 * @param settle steps at the start in which no error counts, below {@code steps}
 * @param groupSize neurons of a group, at least 1
 * @param periodLow shortest period in steps, above 0
 * @param periodHigh longest period, at least {@code periodLow}
 * @param spike probability per step where a course is at its end
 */
record ProductCourse(
    int steps, int settle, int groupSize, double periodLow, double periodHigh, double spike)
    implements OpenSource<Course> {

  /** Of two courses, how high and how low each is. */
  static final int GROUPS = 4;

  /** Number of input neurons. */
  int inputs() {
    return GROUPS * groupSize;
  }

  @Override
  public Course episode(RandomGenerator random) {
    double[] x = sine(random);
    double[] y = sine(random);
    SpikeRaster input = new SpikeRaster(steps, inputs());
    double[][] target = new double[steps][1];
    for (int t = 0; t < steps; t++) {
      double[] levels = {x[t], 1 - x[t], y[t], 1 - y[t]};
      for (int i = 0; i < inputs(); i++) {
        if (random.nextDouble() < spike * levels[i / groupSize]) {
          input.set(t, i);
        }
      }
      target[t][0] = x[t] * y[t];
    }
    return new Course(input, new ReadoutSteps(settle, steps), target);
  }

  private double[] sine(RandomGenerator random) {
    double period = periodLow + (periodHigh - periodLow) * random.nextDouble();
    double phase = random.nextDouble();
    double[] course = new double[steps];
    for (int t = 0; t < steps; t++) {
      course[t] = (1 + Math.sin(2 * Math.PI * (t / period + phase))) / 2;
    }
    return course;
  }
}
