package examples;

import java.util.Map;
import java.util.SplittableRandom;
import plastron.core.environment.CallOrder;
import plastron.core.environment.Environment;
import plastron.core.environment.Space;

/** Two lights, two levers: each light has a lever that pays, and after 200 steps the other pays. */
final class Levers implements Environment {
  private final CallOrder order = new CallOrder(name());
  private SplittableRandom random = new SplittableRandom(0);
  private int step;
  private int light;

  @Override
  public String name() {
    return "levers";
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
    return reset();
  }

  @Override
  public Start reset() {
    order.reset();
    light = random.nextInt(2);
    return new Start(new double[] {light}, Map.of());
  }

  @Override
  public Step step(double[] action) {
    order.step(actions(), action);
    boolean pays = (action[0] == light) == (step / 200 % 2 == 0);
    light = random.nextInt(2);
    boolean end = ++step % 400 == 0;
    Step answer = new Step(new double[] {light}, pays ? 1 : -1, false, end, Map.of());
    order.answered(answer);
    return answer;
  }

  @Override
  public void close() {
    order.close();
  }
}
