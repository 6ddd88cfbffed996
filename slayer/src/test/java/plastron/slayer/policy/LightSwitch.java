package plastron.slayer.policy;

import java.util.Map;
import java.util.SplittableRandom;
import plastron.core.environment.CallOrder;
import plastron.core.environment.Environment;
import plastron.core.environment.Space;

/** One of two lights is on: the switch below it pays 1. An episode has 3 to 6 steps. */
public final class LightSwitch implements Environment {

  /** Steps of an episode at most. */
  public static final int LONGEST = 6;

  private final CallOrder order = new CallOrder(name());
  private SplittableRandom random = new SplittableRandom(0);
  private int light;
  private int left;

  @Override
  public String name() {
    return "light-switch";
  }

  @Override
  public Space observations() {
    return new Space.Discrete(2);
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
    left = random.nextInt(3, LONGEST + 1);
    light = random.nextInt(2);
    return new Start(new double[] {light}, Map.of());
  }

  @Override
  public Step step(double[] action) {
    order.step(actions(), action);
    double reward = action[0] == light ? 1 : 0;
    light = random.nextInt(2);
    Step answer = new Step(new double[] {light}, reward, --left == 0, false, Map.of());
    order.answered(answer);
    return answer;
  }

  @Override
  public void close() {
    order.close();
  }
}
