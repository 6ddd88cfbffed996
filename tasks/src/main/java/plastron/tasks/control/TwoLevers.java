package plastron.tasks.control;

import java.util.Map;
import java.util.SplittableRandom;
import plastron.core.check.Require;
import plastron.core.environment.CallOrder;
import plastron.core.environment.Environment;
import plastron.core.environment.Space;

/**
 * A two-armed bandit with a reversal: one of two levers pays more often than the other, and
 * somewhere in the middle third of an episode it is the other. Nothing is to be seen but rewards,
 * so that only memory of them tells which lever is the better one: 1 if the lever pays, else -1.
 * The information {@value #REVERSED} is 1 of pulls after the reversal.
 */
public final class TwoLevers implements Environment {

  /** What a step's information has whether it came after the reversal under. */
  public static final String REVERSED = "reversed";

  private static final int PULLS = 40;
  private static final double P_PAID = 0.9;

  private final CallOrder order = new CallOrder(name());
  private final int pulls;
  private final double paid;
  private SplittableRandom random = new SplittableRandom(0);
  private int pull;
  private int reversal;
  private int better;

  /** 40 pulls, of which the better lever pays 90 of 100. */
  public TwoLevers() {
    this(PULLS, P_PAID);
  }

  /**
   * @param pulls of an episode, at least 3
   * @param paid probability that the better lever pays; the other pays with the rest, from 0 to 1
   */
  public TwoLevers(int pulls, double paid) {
    if (pulls < 3 || !(paid >= 0 && paid <= 1)) {
      throw new IllegalArgumentException(
          "Levers (%d pulls, paid with %s) need at least 3 pulls and a probability."
              .formatted(pulls, Require.finite("Probability that a lever pays", paid)));
    }
    this.pulls = pulls;
    this.paid = paid;
  }

  @Override
  public String name() {
    return "levers";
  }

  @Override
  public Space observations() {
    return new Space.Discrete(1);
  }

  @Override
  public Space actions() {
    return new Space.Discrete(2);
  }

  @Override
  public Start reset(long seed) {
    order.resetWithSeed();
    random = new SplittableRandom(seed);
    return start();
  }

  @Override
  public Start reset() {
    order.reset();
    return start();
  }

  private Start start() {
    pull = 0;
    better = random.nextInt(2);
    reversal = random.nextInt(pulls / 3, pulls - pulls / 3 + 1);
    return new Start(new double[] {0}, Map.of());
  }

  @Override
  public Step step(double[] action) {
    order.step(actions(), action);
    boolean reversed = pull >= reversal;
    int best = reversed ? 1 - better : better;
    boolean pays = random.nextDouble() < (action[0] == best ? paid : 1 - paid);
    pull++;
    Map<String, Double> info = Map.of(REVERSED, reversed ? 1.0 : 0.0);
    Step answer = new Step(new double[] {0}, pays ? 1 : -1, pull == pulls, false, info);
    order.answered(answer);
    return answer;
  }

  @Override
  public void close() {
    order.close();
  }
}
