package plastron.loihi.run;

import java.util.List;
import plastron.export.image.BrokenImageException;
import plastron.loihi.chip.LoihiRegister;
import plastron.loihi.neuron.NeuronProgram;
import plastron.loihi.neuron.Statement;
import plastron.loihi.neuron.Statement.Compute;
import plastron.loihi.neuron.Statement.Filter;
import plastron.loihi.neuron.Statement.Fraction;
import plastron.loihi.neuron.Statement.Gather;
import plastron.loihi.neuron.Statement.Host;
import plastron.loihi.neuron.Statement.Load;
import plastron.loihi.neuron.Statement.Rate;
import plastron.loihi.neuron.Statement.Trail;
import plastron.loihi.neuron.Statement.Write;
import plastron.loihi.rule.Variable;

/**
 * Whether a neuron program can be loaded.
 *
 * @param image the layer that it is for
 * @param signals how many values the signals of the image have, by index
 */
record NeuronCheck(RegisterCheck image, List<Integer> signals) {

  private static final List<Variable> WRITABLE = List.of(Variable.Y1, Variable.Y2, Variable.Y3);

  /** Throws {@link BrokenImageException} for the first number or array that does not fit. */
  void require(NeuronProgram program) {
    program.statements().forEach(this::require);
  }

  private void require(Statement statement) {
    String where = "statement (%s)".formatted(statement);
    switch (statement) {
      case Rate rate -> follows(where, rate.decay(), rate.impulse());
      case Trail trail -> {
        follows(where, trail.decay(), trail.impulse());
        if (!WRITABLE.contains(trail.trace())) {
          throw new BrokenImageException(
              "trace of %s must be one of post neurons, %s.".formatted(where, WRITABLE));
        }
      }
      case Load load -> image.values(load.array(), 1, LoihiRegister.NEURON_PARAMETER);
      case Gather gather -> gather(where, gather);
      case Host host -> host(where, host);
      case Filter filter -> {
        RegisterCheck.check(LoihiRegister.NEURON_DECAY, where, filter.decay());
        RegisterCheck.check(LoihiRegister.FILTER_GAIN, where, filter.gain());
        RegisterCheck.check(LoihiRegister.NEURON_SHIFT, where, filter.shift());
      }
      case Compute compute -> {
        for (Fraction term : compute.terms()) {
          RegisterCheck.check(LoihiRegister.NEURON_MANTISSA, where, term.mantissa());
          RegisterCheck.check(LoihiRegister.NEURON_EXPONENT, where, term.exponent());
        }
      }
      case Write write -> {
        RegisterCheck.check(LoihiRegister.NEURON_GAIN, where, write.gain());
        RegisterCheck.check(LoihiRegister.NEURON_SHIFT, where, write.shift());
      }
    }
  }

  private void gather(String where, Gather gather) {
    follows(where, gather.decay(), gather.impulse());
    RegisterCheck.check(LoihiRegister.PAYLOAD, where, gather.payload());
    RegisterCheck.check(LoihiRegister.NEURON_GAIN, where, gather.gain());
    RegisterCheck.check(LoihiRegister.NEURON_SHIFT, where, gather.shift());
    if (gather.population() < 0 || gather.population() >= image.sizes().size()) {
      throw new BrokenImageException(
          "population of %s (%d) must be 0 to %d."
              .formatted(where, gather.population(), image.sizes().size() - 1));
    }
    image.values(
        gather.matrix(), image.sizes().get(gather.population()), LoihiRegister.LATERAL_WEIGHT);
  }

  private void host(String where, Host host) {
    RegisterCheck.check(LoihiRegister.HOST_EXPONENT, where, host.exponent());
    if (host.signal() < 0 || host.signal() >= signals.size()) {
      throw new BrokenImageException(
          "signal of %s (%d) must be one of the image's %d."
              .formatted(where, host.signal(), signals.size()));
    }
    int values = signals.get(host.signal());
    if (values != 1 && values != image.layer().size()) {
      throw new BrokenImageException(
          "signal of %s (%d values) must have 1 or %d."
              .formatted(where, values, image.layer().size()));
    }
  }

  private static void follows(String where, int decay, int impulse) {
    RegisterCheck.check(LoihiRegister.NEURON_DECAY, where, decay);
    RegisterCheck.check(LoihiRegister.NEURON_IMPULSE, where, impulse);
  }
}
