package plastron.tasks.course;

import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.slayer.objective.Course;
import plastron.slayer.objective.CourseRegression;
import plastron.slayer.objective.Measure;
import plastron.slayer.objective.Responder;
import plastron.slayer.objective.Task;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.config.Configuration;
import plastron.tasks.design.Judge;
import plastron.tasks.design.NeuronGroup;
import plastron.tasks.design.Probe;
import plastron.tasks.design.TaskDesign;
import plastron.tasks.design.TaskNetwork;
import plastron.tasks.model.LayerChain;

/** The product of courses as a configuration describes it, and a network that computes it. */
final class CourseTask implements TaskDesign<Course> {

  private static final List<String> GROUPS = List.of("x", "1 - x", "y", "1 - y");
  private static final int PROBES = 2;

  private final ProductCourse trials;
  private final TaskNetwork network;

  private CourseTask(ProductCourse trials, TaskNetwork network) {
    this.trials = trials;
    this.network = network;
  }

  /** The task of a configuration. */
  static CourseTask of(Configuration config) {
    ProductCourse trials = trials(config);
    return new CourseTask(trials, CourseNetwork.of(config, trials.inputs()));
  }

  @Override
  public CourseTask on(TaskNetwork other) {
    return new CourseTask(trials, other);
  }

  private CourseRegression objective() {
    return new CourseRegression(graph().index(CourseNetwork.READOUT));
  }

  private static ProductCourse trials(Configuration config) {
    int steps = config.count(CourseTable.STEPS);
    int settle = config.count(CourseTable.SETTLE);
    if (settle >= steps) {
      throw new BadInputException(
          "Setting %s (%d) must be below the %d steps of a trial."
              .formatted(CourseTable.SETTLE.key(), settle, steps),
          "Maybe --set %s=%d.".formatted(CourseTable.SETTLE.key(), steps / 10));
    }
    double low = config.get(CourseTable.PERIOD_LOW);
    double high = config.get(CourseTable.PERIOD_HIGH);
    if (low > high) {
      throw new BadInputException(
          "Setting %s (%s) must not be above %s (%s)."
              .formatted(CourseTable.PERIOD_LOW.key(), low, CourseTable.PERIOD_HIGH.key(), high));
    }
    return new ProductCourse(
        steps,
        settle,
        config.count(CourseTable.GROUP_SIZE),
        low,
        high,
        config.get(CourseTable.P_SPIKE));
  }

  @Override
  public Task<Course> task() {
    return new Task<>(trials, objective());
  }

  @Override
  public int longestSteps() {
    return trials.steps();
  }

  @Override
  public PlasticGraph graph() {
    return network.graph();
  }

  @Override
  public PlasticModel initial() {
    return CourseNetwork.unread(network);
  }

  @Override
  public List<Judge<Course>> judges() {
    CourseRegression regression = objective();
    return List.of(
        new Judge<>(
            "error",
            Measure.ERROR,
            "mean squared distance from the product",
            (trial, observed, random) -> regression.judge(trial, observed, random).measures()[0]),
        new Judge<>(
            "constant",
            Measure.ERROR,
            "the same of a potential that stays at the product's mean",
            (trial, observed, random) -> constant(trial)));
  }

  private static double constant(Course trial) {
    int from = trial.window().from();
    int to = trial.window().to();
    double mean =
        IntStream.range(from, to).mapToDouble(t -> trial.target()[t][0]).average().orElseThrow();
    double[][] still = new double[to][1];
    for (double[] row : still) {
      row[0] = mean;
    }
    return CourseRegression.error(still, trial.target(), trial.window());
  }

  @Override
  public List<Probe> probes(Supplier<RandomGenerator> random, Supplier<Responder> networks) {
    RandomGenerator one = random.get();
    return IntStream.rangeClosed(1, PROBES)
        .mapToObj(
            n -> {
              Course trial = trials.episode(one);
              Probe.Target target = new Probe.Target(CourseNetwork.READOUT, trial.target());
              return new Probe(Integer.toString(n), "trial " + n, trial.input(), List.of(target));
            })
        .toList();
  }

  @Override
  public List<NeuronGroup> groups() {
    int size = trials.groupSize();
    return IntStream.range(0, ProductCourse.GROUPS)
        .mapToObj(
            g -> new NeuronGroup(LayerChain.INPUT, GROUPS.get(g), g * size, (g + 1) * size, false))
        .toList();
  }
}
