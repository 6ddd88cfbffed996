package plastron.spinnaker.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class LifPopulationProperties {

  private static final int STEPS = 40;

  /** Neurons with parameters of their own; a wild one overflows often. */
  private static CurrentLifParameters neuron(Random random, int subSteps, boolean wild) {
    int volt = wild ? 1 << 30 : 100 << 15;
    return new CurrentLifParameters(
        random.nextInt(volt) - volt / 2,
        random.nextInt(volt) - volt / 2,
        1 + random.nextInt(1 << (wild ? 8 : 17)),
        (1 << 15) + random.nextInt(1 << 20),
        random.nextInt(1 << 16) - (1 << 15),
        random.nextInt(volt) - volt / 2,
        random.nextInt(6 << 15),
        random.nextInt(4) - 1,
        1 << 15,
        random.nextInt(volt) - volt / 2,
        (1 << 13) + random.nextInt(1 << 19),
        random.nextInt(1 << 18),
        (1 << 13) + random.nextInt(1 << 19),
        random.nextInt(1 << 18),
        subSteps);
  }

  @Property(tries = 300)
  void everyNeuronFollowsTheReferenceAndEveryWrapIsDetected(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 3) int subSteps,
      @ForAll boolean wild,
      @ForAll @IntRange(max = 18) int shiftExc,
      @ForAll @IntRange(max = 18) int shiftInh) {
    Random random = new Random(seed);
    List<CurrentLifParameters> parameters =
        Stream.generate(() -> neuron(random, subSteps, wild)).limit(4).toList();
    LifPopulation population = new LifPopulation(parameters, shiftExc, shiftInh);
    List<LifReference> references = parameters.stream().map(LifReference::new).toList();
    int[] exc = new int[4];
    int[] inh = new int[4];
    int[] spikes = new int[4];
    for (int t = 0; t < STEPS; t++) {
      for (int j = 0; j < 4; j++) {
        exc[j] = random.nextInt(3) == 0 ? random.nextInt(65536) : 0;
        inh[j] = random.nextInt(3) == 0 ? random.nextInt(65536) : 0;
        references.get(j).receive(exc[j], shiftExc, inh[j], shiftInh);
      }
      population.receive(exc, inh);
      int count = population.update(spikes);
      int expected = 0;
      for (int j = 0; j < 4; j++) {
        LifReference reference = references.get(j);
        if (reference.update()) {
          assertThat(spikes[expected++]).isEqualTo(j);
        }
        assertThat(population.v(j)).isEqualTo(reference.v);
        assertThat(population.excitatoryCurrent(j)).isEqualTo(reference.exc);
        assertThat(population.inhibitoryCurrent(j)).isEqualTo(reference.inh);
        assertThat(population.refractory(j)).isEqualTo(reference.refract);
      }
      assertThat(count).isEqualTo(expected);
    }
    boolean wrapped = references.stream().anyMatch(reference -> reference.wrapped);
    assertThat(population.currentWraps() + population.driveWraps() + population.voltageWraps() > 0)
        .isEqualTo(wrapped);
  }

  @Property(tries = 20)
  void resetGivesTheSameRunAgain(@ForAll long seed) {
    LifPopulation population = new LifPopulation(List.of(neuron(new Random(seed), 1, false)), 3, 3);
    int[] first = run(population, seed);
    population.reset();
    assertThat(run(population, seed)).isEqualTo(first);
  }

  private static int[] run(LifPopulation population, long seed) {
    Random random = new Random(seed);
    int[] trace = new int[STEPS];
    int[] spikes = new int[1];
    for (int t = 0; t < STEPS; t++) {
      population.receive(new int[] {random.nextInt(9000)}, new int[] {random.nextInt(9000)});
      population.update(spikes);
      trace[t] = population.v(0);
    }
    return trace;
  }
}
