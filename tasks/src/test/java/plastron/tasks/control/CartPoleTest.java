package plastron.tasks.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import plastron.core.environment.Environment;

class CartPoleTest {

  /** Actions, and position, velocity, angle and angular velocity after them. */
  private static final double[][] GYMNASIUM = {
    {1, 0.009600000000000001, 0.17467919574755525, 0.030799999999999998, -0.2430687179600081},
    {1, 0.013093583914951107, 0.3693479760579556, 0.025938625640799837, -0.5258796280501483},
    {0, 0.02048054343611022, 0.17387081260481596, 0.01542103307979687, -0.22513741609237464},
    {1, 0.02395795968820654, 0.3687690101747617, 0.010918284757949377, -0.5129163478026587},
    {0, 0.03133333989170178, 0.17349499275068458, 0.0006599578018962032, -0.21681286835696195},
    {0, 0.03480323974671547, -0.021636386741578473, -0.0036762995652430356, 0.07607816471983775},
    {1, 0.034370512011883896, 0.17353807374944197, -0.0021547362708462803, -0.21776237729324466},
    {1, 0.03784127348687273, 0.3686907609605089, -0.006509983816711174, -0.5111242205294209},
    {1, 0.04521508870608291, 0.5639038076688638, -0.016732468227299593, -0.8058515075068},
    {1, 0.05649316485946018, 0.7592510801790568, -0.032849498377435594, -1.103750514005091},
    {1, 0.07167818646304132, 0.9547893324295418, -0.05492450865753741, -1.4065556698351995},
    {1, 0.09077397311163216, 1.1505482720127942, -0.0830556220542414, -1.7158909687234352},
    {1, 0.11378493855188804, 1.3465189027777447, -0.1173734414287101, -2.033223897413813},
    {1, 0.14071531660744294, 1.5426396514522087, -0.15803791937698636, -2.359809562419967},
    {1, 0.1715681096364871, 1.7387800413871903, -0.2052341106253857, -2.696623667764392},
    {1, 0.20634371046423092, 1.9347221079962285, -0.25916658398067355, -3.044284632451286}
  };

  /** The trajectory of gymnasium 1.3.0, CartPole-v1, from this state. */
  @Test
  void itMovesLikeGymnasiums() {
    try (CartPole pole = new CartPole()) {
      pole.reset(1);
      pole.place(0.01, -0.02, 0.03, 0.04);
      for (int t = 0; t < GYMNASIUM.length; t++) {
        Environment.Step step = pole.step(new double[] {GYMNASIUM[t][0]});
        for (int i = 0; i < 4; i++) {
          assertThat(step.observation()[i])
              .as("step %d, number %d", t, i)
              .isCloseTo(GYMNASIUM[t][i + 1], within(1e-13));
        }
        assertThat(step.reward()).isEqualTo(1);
        assertThat(step.terminated()).isEqualTo(t == GYMNASIUM.length - 1);
        assertThat(step.truncated()).isFalse();
      }
    }
  }

  @Test
  void aCartThatLeavesEndsTheEpisode() {
    try (CartPole pole = new CartPole()) {
      pole.reset(1);
      pole.place(-2.39, -2, 0, 0);
      assertThat(pole.step(new double[] {1}).terminated()).isTrue();
    }
  }

  @Test
  void itStartsNearTheMiddle() {
    try (CartPole pole = new CartPole()) {
      for (int seed = 0; seed < 100; seed++) {
        assertThat(pole.reset(seed).observation()).hasSize(4).doesNotContain(0);
        for (double number : pole.reset().observation()) {
          assertThat(number).isBetween(-0.05, 0.05);
        }
      }
    }
  }
}
