package plastron.loihi.neuron;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import plastron.loihi.neuron.Statement.Compute;
import plastron.loihi.neuron.Statement.Filter;
import plastron.loihi.neuron.Statement.Gather;
import plastron.loihi.neuron.Statement.Rate;
import plastron.loihi.neuron.Statement.Trail;
import plastron.loihi.neuron.Statement.Write;

/**
 * What embedded processors have to do that run a program for all neurons of a layer.
 *
 * @param counters spike counters that are read in every step
 * @param currents currents of companion compartments that are read in every step: what has arrived
 *     of the weights that carry E
 * @param products products that are formed at every update
 * @param writes post traces that are written at every update, those of companion compartments too
 * @param trails post traces that are written in every step
 */
public record ProcessorLoad(long counters, long currents, long products, long writes, long trails) {

  /**
   * Of a program.
   *
   * @param own index of the layer's population
   * @param sizes neurons of all populations
   */
  public static ProcessorLoad of(NeuronProgram program, int own, List<Integer> sizes) {
    long neurons = sizes.get(own);
    Set<Integer> counted = new HashSet<>();
    long currents = 0;
    long products = 0;
    long writes = 0;
    long trails = 0;
    for (Statement statement : program.statements()) {
      switch (statement) {
        case Rate rate -> counted.add(own);
        case Trail trail -> {
          counted.add(own);
          trails += neurons;
        }
        case Gather gather -> {
          counted.add(gather.population());
          products += sizes.get(gather.population()) * neurons;
        }
        case Filter filter -> currents += neurons;
        case Compute compute ->
            products +=
                neurons * compute.terms().stream().mapToInt(t -> t.registers().size()).sum();
        case Write write -> writes += neurons * (write.negative() ? 2 : 1);
        case Statement.Load load -> {}
        case Statement.Host host -> {}
      }
    }
    long counters = counted.stream().mapToLong(sizes::get).sum();
    return new ProcessorLoad(
        counters, currents, products, currents > 0 ? 2 * writes : writes, trails);
  }
}
