package plastron.export.why.cause;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import plastron.export.predict.ComputedMembrane;
import plastron.export.predict.ComputedNetwork;
import plastron.export.predict.ComputedPathway;
import plastron.export.predict.ComputedRule;

/**
 * Takes single operations of a network from an image and all else from real numbers.
 *
 * @param exact in real numbers
 * @param compiled as the model compiles to, all registers included
 * @param written as the image has it
 */
public record Substitution(
    ComputedNetwork exact, ComputedNetwork compiled, ComputedNetwork written) {

  private static final List<ChipOperation> OF_RULES =
      List.of(
          ChipOperation.TRACE,
          ChipOperation.COEFFICIENT,
          ChipOperation.SATURATION,
          ChipOperation.FLOOR,
          ChipOperation.EPOCH);

  /**
   * Everything that can be asked about.
   *
   * @param populations names
   */
  public List<Cause> causes(List<String> populations) {
    List<Cause> causes = new ArrayList<>();
    for (int p = 0; p < populations.size(); p++) {
      if (exact.membranes().get(p).isPresent()) {
        String subject = "population " + populations.get(p);
        causes.add(new Cause(ChipOperation.MEMBRANE, subject, p));
        causes.add(new Cause(ChipOperation.POTENTIAL, subject, p));
      }
    }
    for (int l = 0; l < exact.pathways().size(); l++) {
      ComputedPathway pathway = exact.pathways().get(l);
      String subject = "layer " + pathway.name();
      causes.add(new Cause(ChipOperation.WEIGHT, subject, l));
      causes.add(new Cause(ChipOperation.SHIFT, subject, l));
      causes.add(new Cause(ChipOperation.LATENCY, subject, l));
      if (pathway.rule().isPresent()) {
        for (ChipOperation operation : OF_RULES) {
          causes.add(new Cause(operation, subject, l));
        }
      }
    }
    causes.add(new Cause(ChipOperation.EPOCH, "all layers", -1));
    return causes;
  }

  /** The network with one operation as the image has it; equal to {@link #exact} if nothing is. */
  public ComputedNetwork with(Cause cause) {
    return apply(exact, cause);
  }

  /** The network with several operations as the image has them. */
  public ComputedNetwork with(List<Cause> causes) {
    ComputedNetwork network = exact;
    for (Cause cause : causes) {
      network = apply(network, cause);
    }
    return network;
  }

  private ComputedNetwork apply(ComputedNetwork to, Cause cause) {
    int interval =
        cause.operation() == ChipOperation.EPOCH && cause.index() < 0
            ? written.interval()
            : to.interval();
    return new ComputedNetwork(
        interval,
        to.sizes(),
        IntStream.range(0, to.membranes().size())
            .mapToObj(p -> to.membranes().get(p).map(m -> membrane(m, p, cause)))
            .toList(),
        IntStream.range(0, to.pathways().size())
            .mapToObj(l -> pathway(to.pathways().get(l), l, cause))
            .toList(),
        to.signals());
  }

  private ComputedMembrane membrane(ComputedMembrane to, int population, Cause cause) {
    ComputedMembrane as = written.membranes().get(population).orElse(to);
    double shift = shift(as.gain(), compiled.membranes().get(population).orElse(as).gain());
    boolean own = cause.index() == population;
    if (own && cause.operation() == ChipOperation.MEMBRANE) {
      return new ComputedMembrane(
          as.currentDecay(),
          as.potentialDecay(),
          to.gain() * as.gain() / shift,
          as.threshold(),
          as.bias(),
          as.refractorySteps(),
          to.current(),
          to.potential());
    }
    boolean shifted =
        cause.operation() == ChipOperation.SHIFT && firstInto(population) == cause.index();
    boolean kept = own && cause.operation() == ChipOperation.POTENTIAL;
    return new ComputedMembrane(
        to.currentDecay(),
        to.potentialDecay(),
        shifted ? to.gain() * shift : to.gain(),
        to.threshold(),
        to.bias(),
        to.refractorySteps(),
        kept ? as.current() : to.current(),
        kept ? as.potential() : to.potential());
  }

  /** What all layers of a population share is asked about with the first of them. */
  private int firstInto(int population) {
    return IntStream.range(0, exact.pathways().size())
        .filter(l -> exact.pathways().get(l).to() == population)
        .findFirst()
        .orElse(-1);
  }

  /** The power of two by which a factor is not what it was compiled to; 1 if it is none. */
  private static double shift(double asWritten, double asCompiled) {
    return RuleSubstitution.of(ChipOperation.SHIFT, 1, asWritten / asCompiled);
  }

  private ComputedPathway pathway(ComputedPathway to, int layer, Cause cause) {
    ChipOperation operation = cause.operation();
    boolean all = cause.index() < 0 && exact.interval() != written.interval();
    if (!all && (cause.onNeurons() || cause.index() != layer)) {
      return to;
    }
    ComputedPathway as = written.pathways().get(layer);
    ComputedPathway was = compiled.pathways().get(layer);
    return new ComputedPathway(
        to.name(),
        to.from(),
        to.to(),
        to.modulator(),
        operation == ChipOperation.WEIGHT ? as.weights() : to.weights(),
        gain(operation, ChipOperation.WEIGHT, to.fixedGain(), as.fixedGain(), was.fixedGain()),
        gain(
            operation,
            ChipOperation.COEFFICIENT,
            to.plasticGain(),
            as.plasticGain(),
            was.plasticGain()),
        operation == ChipOperation.LATENCY ? as.latency() : to.latency(),
        to.rule().flatMap(rule -> rule(rule, as.rule(), operation)),
        operation == ChipOperation.SATURATION ? as.bound() : to.bound());
  }

  private static double gain(
      ChipOperation operation, ChipOperation rest, double to, double as, double was) {
    double shift = shift(as, was);
    return operation == ChipOperation.SHIFT ? to * shift : operation == rest ? to * as / shift : to;
  }

  private static Optional<ComputedRule> rule(
      ComputedRule to, Optional<ComputedRule> as, ChipOperation operation) {
    if (as.isEmpty()) {
      return operation == ChipOperation.COEFFICIENT ? Optional.empty() : Optional.of(to);
    }
    return Optional.of(new RuleSubstitution(operation).of(to, as.get()));
  }
}
