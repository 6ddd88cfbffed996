package plastron.tasks.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.network.Refractory;
import plastron.core.network.Values;
import plastron.plasticity.model.Learned;
import plastron.plasticity.model.NeuronValues;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.ModelSettings;
import plastron.tasks.config.NetworkSection;
import plastron.tasks.config.NetworkSetting;
import plastron.tasks.config.NetworkSettings;
import plastron.tasks.config.Setting;
import plastron.tasks.design.Terminals.Kind;
import plastron.tasks.design.Terminals.Terminal;

/** Populations from their tables; what these leave out is as a configuration says. */
final class DescribedNeuron {

  private final Configuration config;

  DescribedNeuron(Configuration config) {
    this.config = config;
  }

  /** A source that no table is about. */
  Population source(Terminal source) {
    return new Population(source.population(), source.size(), new Neuron.SpikeSource());
  }

  /**
   * A population.
   *
   * @param terminal what the task has of this name, if anything
   * @throws BadInputException if what the table says has no meaning
   */
  Population population(NetworkSection table, Optional<Terminal> terminal) {
    int size =
        table
            .get(NetworkSettings.SIZE)
            .map(Math::toIntExact)
            .or(() -> terminal.map(Terminal::size))
            .orElseGet(() -> Math.toIntExact(table.require(NetworkSettings.SIZE)));
    Neuron neuron = base(table, terminal.map(Terminal::kind));
    refuseOthers(table, neuron);
    neuron = with(neuron, table, NetworkSettings.THETA, Learned.Value.THETA);
    neuron = with(neuron, table, NetworkSettings.DECAY, Learned.Value.DECAY);
    neuron = with(neuron, table, NetworkSettings.BIAS, Learned.Value.BIAS);
    neuron = with(neuron, table, NetworkSettings.ADAPTATION, Learned.Value.ADAPTATION);
    neuron = with(neuron, table, NetworkSettings.ADAPTATION_DECAY, Learned.Value.ADAPTATION_DECAY);
    if (!neuron.fits(size)) {
      throw new BadInputException(
          "Setting %s in %s has lists of numbers that are not for its %d neurons."
              .formatted(table.title(), table.origin(), size),
          "Maybe give one number for all of them.");
    }
    return new Population(table.name(), size, neuron);
  }

  /** Neurons with the numbers of the configuration. */
  private Neuron base(NetworkSection table, Optional<Kind> kind) {
    NetworkForm form = NetworkForm.of(config);
    Optional<String> named = table.get(NetworkSettings.NEURON);
    if (named.isEmpty()) {
      return switch (kind.orElse(Kind.SPIKING)) {
        case SOURCE -> new Neuron.SpikeSource();
        case INTEGRATOR -> integrator();
        case SPIKING ->
            switch (form.neuron()) {
              case Neuron.Srm srm -> srm(table, srm);
              case Neuron.Lif lif -> lif(table, lif);
              case Neuron other -> other;
            };
      };
    }
    return switch (named.get()) {
      case "source" -> new Neuron.SpikeSource();
      case "integrator" -> integrator();
      case "srm" -> srm(table, form.neuron() instanceof Neuron.Srm srm ? srm : plainSrm());
      case "adaptive-lif" -> adaptive(table, anyLif(form));
      default -> lif(table, anyLif(form));
    };
  }

  private Neuron.Lif anyLif(NetworkForm form) {
    return form.neuron() instanceof Neuron.Lif lif ? lif : plainLif();
  }

  /** Nothing says how neurons adapt but the table itself. */
  private static Neuron adaptive(NetworkSection table, Neuron.Lif base) {
    table.require(NetworkSettings.ADAPTATION);
    table.require(NetworkSettings.ADAPTATION_DECAY);
    return new Neuron.AdaptiveLif(lif(table, base), 0, 0);
  }

  private double decay() {
    return Math.exp(-1 / config.get(ModelSettings.TAU_M));
  }

  private Neuron integrator() {
    return new Neuron.LeakyIntegrator(Values.of(decay()), Values.of(0));
  }

  private Neuron.Lif plainLif() {
    return new Neuron.Lif(config.get(ModelSettings.THETA), decay(), 0, Neuron.Reset.HARD, 0);
  }

  private Neuron.Srm plainSrm() {
    return new Neuron.Srm(
        config.get(ModelSettings.THETA),
        new Kernel.Alpha(config.get(ModelSettings.TAU_REF)),
        config.get(ModelSettings.RHO));
  }

  private static Neuron srm(NetworkSection table, Neuron.Srm base) {
    Refractory refractory =
        table
            .get(NetworkSettings.TAU_REF)
            .<Refractory>map(tau -> new Refractory.Common(new Kernel.Alpha(tau)))
            .orElse(base.refractory());
    double rho = table.get(NetworkSettings.RHO).orElse(base.rho());
    return new Neuron.Srm(base.theta(), refractory, rho, base.bias());
  }

  private static Neuron.Lif lif(NetworkSection table, Neuron.Lif base) {
    Neuron.Reset reset =
        table
            .get(NetworkSettings.RESET)
            .map(r -> r.equals("hard") ? Neuron.Reset.HARD : Neuron.Reset.SUBTRACT_THRESHOLD)
            .orElse(base.reset());
    int steps =
        table.get(NetworkSettings.REFRACTORY).map(Math::toIntExact).orElse(base.refractorySteps());
    return new Neuron.Lif(base.theta(), base.decay(), base.bias(), reset, steps);
  }

  private static Neuron with(
      Neuron neuron, NetworkSection table, NetworkSetting.Numbers setting, Learned.Value value) {
    return table
        .get(setting)
        .map(v -> v.stream().mapToDouble(Double::doubleValue).toArray())
        .map(v -> v.length == 1 ? Values.of(v[0]) : Values.perNeuron(v))
        .map(v -> NeuronValues.with(neuron, value, v))
        .orElse(neuron);
  }

  /** Numbers that other neurons have would be of no consequence. */
  private static void refuseOthers(NetworkSection table, Neuron neuron) {
    List<Setting<?>> own = new ArrayList<>(List.of(NetworkSettings.SIZE, NetworkSettings.NEURON));
    String kind =
        switch (neuron) {
          case Neuron.SpikeSource source -> "source";
          case Neuron.Srm srm -> {
            own.addAll(List.of(NetworkSettings.TAU_REF, NetworkSettings.RHO));
            yield "srm";
          }
          case Neuron.Lif lif -> {
            own.addAll(List.of(NetworkSettings.RESET, NetworkSettings.REFRACTORY));
            yield "lif";
          }
          case Neuron.AdaptiveLif lif -> {
            own.addAll(List.of(NetworkSettings.RESET, NetworkSettings.REFRACTORY));
            yield "adaptive-lif";
          }
          case Neuron.LeakyIntegrator integrator -> "integrator";
        };
    if (!(neuron instanceof Neuron.SpikeSource)) {
      own.add(NetworkSettings.CURRENT);
    }
    List<String> learnable = new ArrayList<>();
    for (Learned.Value value : Learned.Value.values()) {
      if (NeuronValues.of(neuron, value).isPresent()) {
        own.add(number(value));
        learnable.add(value.label());
      }
    }
    List<String> learned = table.get(NetworkSettings.LEARN).orElse(List.of());
    if (learnable.containsAll(learned)) {
      own.add(NetworkSettings.LEARN);
    }
    for (Setting<?> setting : NetworkSettings.POPULATION) {
      if (!own.contains(setting)) {
        table.refuse(setting, "is nothing that neurons of kind %s have.".formatted(kind));
      }
    }
  }

  private static Setting<?> number(Learned.Value value) {
    return switch (value) {
      case THETA -> NetworkSettings.THETA;
      case DECAY -> NetworkSettings.DECAY;
      case BIAS -> NetworkSettings.BIAS;
      case ADAPTATION -> NetworkSettings.ADAPTATION;
      case ADAPTATION_DECAY -> NetworkSettings.ADAPTATION_DECAY;
    };
  }
}
