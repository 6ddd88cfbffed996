package plastron.tasks.control;

import java.util.Map;
import java.util.SplittableRandom;
import plastron.core.environment.CallOrder;
import plastron.core.environment.Environment;
import plastron.core.environment.Space;

/**
 * A pole on a cart that is pushed to the left (action 0) or to the right (1) in every step, and is
 * to stay upright: Barto, Sutton and Anderson 1983 (IEEE Transactions on Systems, Man, and
 * Cybernetics 13), with the numbers of Gymnasium's CartPole-v1, whose limit of 500 steps is a
 * {@link plastron.core.environment.TimeLimit}. Observations are the cart's position in m and
 * velocity in m/s, the pole's angle in rad and angular velocity in rad/s. The reward is 1 in every
 * step; an episode ends once the cart is more than 2.4 m from the middle or the pole more than 12
 * degrees from the vertical.
 */
public final class CartPole implements Environment {

  private static final double GRAVITY = 9.8;
  private static final double CART_MASS = 1.0;
  private static final double POLE_MASS = 0.1;
  private static final double MASS = CART_MASS + POLE_MASS;

  /** From the joint to the middle of the pole, in m. */
  private static final double HALF_LENGTH = 0.5;

  private static final double FORCE = 10.0;
  private static final double STEP_SECONDS = 0.02;
  private static final double MOST_POSITION = 2.4;
  private static final double MOST_ANGLE = Math.toRadians(12);

  /** All four numbers are drawn within this of 0 at the start. */
  private static final double START = 0.05;

  private final CallOrder calls = new CallOrder(name());
  private final Space actions = new Space.Discrete(2);
  private final Space observations;
  private SplittableRandom random = new SplittableRandom(0);
  private double position;
  private double velocity;
  private double angle;
  private double angularVelocity;

  /** One in which no episode has begun. */
  public CartPole() {
    // Twice of what ends an episode: the last observation lies behind that.
    double infinity = Double.POSITIVE_INFINITY;
    double[] high = {2 * MOST_POSITION, infinity, 2 * MOST_ANGLE, infinity};
    double[] low = {-2 * MOST_POSITION, -infinity, -2 * MOST_ANGLE, -infinity};
    observations = new Space.Box(low, high);
  }

  @Override
  public String name() {
    return "cart-pole";
  }

  @Override
  public Space observations() {
    return observations;
  }

  @Override
  public Space actions() {
    return actions;
  }

  @Override
  public Start reset(long seed) {
    calls.resetWithSeed();
    random = new SplittableRandom(seed);
    return start();
  }

  @Override
  public Start reset() {
    calls.reset();
    return start();
  }

  private Start start() {
    place(draw(), draw(), draw(), draw());
    return new Start(observation(), Map.of());
  }

  private double draw() {
    return random.nextDouble(-START, START);
  }

  /** Puts cart and pole somewhere. */
  void place(double newPosition, double newVelocity, double newAngle, double newAngularVelocity) {
    position = newPosition;
    velocity = newVelocity;
    angle = newAngle;
    angularVelocity = newAngularVelocity;
  }

  private double[] observation() {
    return new double[] {position, velocity, angle, angularVelocity};
  }

  @Override
  public Step step(double[] action) {
    calls.step(actions, action);
    move(action[0] == 1 ? FORCE : -FORCE);
    boolean over = Math.abs(position) > MOST_POSITION || Math.abs(angle) > MOST_ANGLE;
    Step step = new Step(observation(), 1, over, false, Map.of());
    calls.answered(step);
    return step;
  }

  /** Equations of motion without friction, by Euler's method. */
  private void move(double force) {
    double cosine = Math.cos(angle);
    double sine = Math.sin(angle);
    double push =
        (force + POLE_MASS * HALF_LENGTH * angularVelocity * angularVelocity * sine) / MASS;
    double angularAcceleration =
        (GRAVITY * sine - cosine * push)
            / (HALF_LENGTH * (4.0 / 3 - POLE_MASS * cosine * cosine / MASS));
    double acceleration = push - POLE_MASS * HALF_LENGTH * angularAcceleration * cosine / MASS;
    position += STEP_SECONDS * velocity;
    velocity += STEP_SECONDS * acceleration;
    angle += STEP_SECONDS * angularVelocity;
    angularVelocity += STEP_SECONDS * angularAcceleration;
  }

  @Override
  public void close() {
    calls.close();
  }
}
