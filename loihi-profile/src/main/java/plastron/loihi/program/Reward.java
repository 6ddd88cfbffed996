package plastron.loihi.program;

import java.util.List;
import plastron.export.image.BrokenImageException;

/**
 * What the reward trace r1 of a layer's cores follows. Public sources say that reward spikes carry
 * signed values and are broadcast to sets of synapses (Davies et al. 2018) and that traces decay
 * with random rounding (Lava); that both hold for r1 in this way is assumed.
 *
 * @param source of its values
 * @param unit what 1 of r1 stands for
 */
public record Reward(Source source, double unit) {

  /** Largest magnitude of r1. */
  public static final int LARGEST = 127;

  private static final String NEURONS = "neurons";

  /** Where values come from. */
  public sealed interface Source {

    /** Reads back what {@code toString} wrote; throws {@link BrokenImageException} if it cannot. */
    static Source parse(String line) {
      List<String> words = List.of(line.split(" ", -1));
      try {
        Source source =
            switch (words.getFirst()) {
              case "host" -> new Host(Integer.parseInt(words.get(3)), words.contains(NEURONS));
              default ->
                  new Spikes(Integer.parseInt(words.get(3)), Integer.parseInt(words.getLast()));
            };
        if (source.toString().equals(line)) {
          return source;
        }
      } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
        // It is named below.
      }
      throw new BrokenImageException("Source of rewards (%s) cannot be read.".formatted(line));
    }
  }

  /**
   * The host sends a reward spike at the end of every window: r1 is its value, rounded to the
   * nearest, in that step, and zero in all others.
   *
   * @param signal index in the image
   * @param perNeuron whether every neuron, alone on its core, has a value of its own
   */
  public record Host(int signal, boolean perNeuron) implements Source {
    @Override
    public String toString() {
      return "host from signal %d for %s".formatted(signal, perNeuron ? NEURONS : "all");
    }
  }

  /**
   * Spikes of a population are reward spikes: in every step r1 decays, rounded at random, and each
   * spike adds its value, {@link LoihiProgram#REWARD}.
   *
   * @param population index in the image
   * @param decay factor per step in units of 2^-30
   */
  public record Spikes(int population, int decay) implements Source {
    @Override
    public String toString() {
      return "spikes of population %d decay %d".formatted(population, decay);
    }
  }
}
