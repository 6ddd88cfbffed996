package plastron.export.nir.schema;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.network.Values;
import plastron.export.hdf5.Hdf5Array;
import plastron.export.hdf5.Hdf5Fields;
import plastron.export.hdf5.Hdf5Group;
import plastron.export.hdf5.Hdf5Node;
import plastron.export.message.ConstantName;

/** A population as a group of fields: numbers per step, not per second. */
final class PopulationFields {

  private static final String SOURCE = "source";
  private static final String LIF = "lif";
  private static final String INTEGRATOR = "integrator";

  private PopulationFields() {}

  static Hdf5Group write(Population population) {
    Map<String, Hdf5Node> fields = new TreeMap<>();
    fields.put("name", Hdf5Array.Texts.of(population.name()));
    fields.put("size", Hdf5Array.Integers.of(population.size()));
    String kind =
        switch (population.neuron()) {
          case Neuron.Lif lif -> {
            fields.put("theta", values(lif.theta()));
            fields.put("decay", values(lif.decay()));
            fields.put("bias", values(lif.bias()));
            fields.put("reset", Hdf5Array.Texts.of(lif.reset().name()));
            yield LIF;
          }
          case Neuron.LeakyIntegrator li -> {
            fields.put("decay", values(li.decay()));
            fields.put("bias", values(li.bias()));
            yield INTEGRATOR;
          }
          default -> SOURCE;
        };
    fields.put("kind", Hdf5Array.Texts.of(kind));
    return Hdf5Group.of(fields);
  }

  /** A single number if all neurons have it, a row otherwise. */
  private static Hdf5Array values(Values values) {
    double[] numbers = values.stream().toArray();
    return values instanceof Values.PerNeuron
        ? Hdf5Array.Reals.of(numbers)
        : Hdf5Array.Reals.of(numbers[0]);
  }

  static Population read(Hdf5Fields fields) {
    Neuron neuron =
        switch (fields.choice("kind", List.of(SOURCE, LIF, INTEGRATOR))) {
          case LIF ->
              new Neuron.Lif(
                  values(fields, "theta"),
                  values(fields, "decay"),
                  values(fields, "bias"),
                  ConstantName.read(Neuron.Reset.class, fields.text("reset")),
                  0);
          case INTEGRATOR ->
              new Neuron.LeakyIntegrator(values(fields, "decay"), values(fields, "bias"));
          default -> new Neuron.SpikeSource();
        };
    return new Population(
        fields.text("name"), fields.integer("size", 1, Integer.MAX_VALUE), neuron);
  }

  private static Values values(Hdf5Fields fields, String name) {
    double[] numbers = fields.numbers(name);
    return fields.shape(name).isEmpty() ? Values.of(numbers[0]) : Values.perNeuron(numbers);
  }
}
