package plastron.export.model;

import java.util.Arrays;
import java.util.Map;
import plastron.core.network.ConnectionRule;
import plastron.core.network.Connectivity;
import plastron.core.network.DelayPlace;
import plastron.core.network.Delivery;
import plastron.core.network.Population;
import plastron.core.network.SynapseRows;
import plastron.export.message.ConstantName;
import plastron.export.message.Entries;
import plastron.export.proto.ConnectivityProto;
import plastron.export.proto.DriveProto;
import plastron.export.proto.EdgeProto;
import plastron.export.proto.GraphProto;
import plastron.export.proto.LearnedProto;
import plastron.export.proto.PopulationProto;
import plastron.export.proto.RowsProto;
import plastron.export.proto.SiteProto;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.Drive;
import plastron.plasticity.model.Learned;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.model.RuleSite;

/** A graph of populations as a Protobuf message. Reading back gives an equal graph. */
final class GraphMessage {

  private GraphMessage() {}

  static GraphProto write(PlasticGraph graph) {
    GraphProto.Builder message = GraphProto.newBuilder();
    for (Population population : graph.populations()) {
      message.addPopulations(
          PopulationProto.newBuilder()
              .setName(population.name())
              .setSize(population.size())
              .setNeuron(NeuronMessage.write(population.neuron())));
    }
    graph.projections().forEach(projection -> message.addEdges(write(projection)));
    for (Drive drive : graph.drives()) {
      message.addDrives(
          DriveProto.newBuilder().setSite(site(drive)).setTarget(drive.target().name()));
    }
    for (Learned learned : graph.learned()) {
      message.addLearned(
          LearnedProto.newBuilder()
              .setPopulation(learned.population())
              .setValue(learned.value().name())
              .setLow(learned.bounds().low())
              .setHigh(learned.bounds().high()));
    }
    graph.modules().forEach(module -> message.addModules(ModuleMessage.write(module)));
    return message.build();
  }

  /** Throws {@link IllegalArgumentException} if the message holds no valid graph. */
  static PlasticGraph read(GraphProto message, Clock clock) {
    return new PlasticGraph(
        message.getPopulationsList().stream()
            .map(p -> new Population(p.getName(), p.getSize(), NeuronMessage.read(p.getNeuron())))
            .toList(),
        message.getEdgesList().stream().map(GraphMessage::read).toList(),
        message.getDrivesList().stream().map(GraphMessage::read).toList(),
        message.getModulesList().stream().map(ModuleMessage::read).toList(),
        message.getLearnedList().stream()
            .map(
                l ->
                    new Learned(
                        l.getPopulation(),
                        ConstantName.read(Learned.Value.class, l.getValue()),
                        new Bounds(l.getLow(), l.getHigh())))
            .toList(),
        clock);
  }

  private static SiteProto site(RuleSite site) {
    SiteProto.Builder message =
        SiteProto.newBuilder()
            .setName(site.name())
            .setTo(site.to())
            .setRule(RuleMessage.write(site.rule()))
            .addAllParameters(ParameterMessage.write(site.parameters()));
    site.sources().forEach((name, source) -> message.addSources(Entries.write(name, source)));
    return message.build();
  }

  private static EdgeProto write(PlasticProjection projection) {
    EdgeProto.Builder message =
        EdgeProto.newBuilder()
            .setSite(site(projection))
            .setFrom(projection.from())
            .setKernel(KernelMessage.write(projection.kernel()))
            .setDelivery(projection.delivery().name())
            .setPlace(projection.place().name())
            .setLatency(projection.latency());
    switch (projection.connectivity()) {
      case Connectivity.Dense dense -> {}
      case Connectivity.Rows rows ->
          message.setConnectivity(ConnectivityProto.newBuilder().setRows(write(rows.synapses())));
      case Connectivity.Generated drawn -> message.setConnectivity(write(drawn));
    }
    return message.build();
  }

  private static RowsProto write(SynapseRows synapses) {
    RowsProto.Builder message = RowsProto.newBuilder().setPost(synapses.post());
    for (int j = 0; j < synapses.pre(); j++) {
      message.addDegrees(synapses.degree(j));
    }
    Arrays.stream(synapses.targets()).forEach(message::addTargets);
    return message.build();
  }

  private static ConnectivityProto write(Connectivity.Generated drawn) {
    ConnectivityProto.Builder message = ConnectivityProto.newBuilder().setSeed(drawn.seed());
    switch (drawn.rule()) {
      case ConnectionRule.FixedProbability rule -> message.setFixedProbability(rule.p());
      case ConnectionRule.FixedInDegree rule -> message.setFixedInDegree(rule.count());
    }
    return message.build();
  }

  private static PlasticProjection read(EdgeProto message) {
    SiteProto site = message.getSite();
    return new PlasticProjection(
        site.getName(),
        message.getFrom(),
        site.getTo(),
        message.hasConnectivity() ? read(message.getConnectivity()) : new Connectivity.Dense(),
        KernelMessage.read(message.getKernel()),
        ConstantName.read(Delivery.class, message.getDelivery()),
        ConstantName.read(DelayPlace.class, message.getPlace()),
        message.getLatency(),
        RuleMessage.read(site.getRule()),
        sources(site),
        ParameterMessage.read(site.getParametersList()));
  }

  private static Connectivity read(ConnectivityProto message) {
    return switch (message.getKindCase()) {
      case ROWS -> new Connectivity.Rows(read(message.getRows()));
      case FIXED_PROBABILITY ->
          new Connectivity.Generated(
              new ConnectionRule.FixedProbability(message.getFixedProbability()),
              message.getSeed());
      case FIXED_IN_DEGREE ->
          new Connectivity.Generated(
              new ConnectionRule.FixedInDegree(message.getFixedInDegree()), message.getSeed());
      case KIND_NOT_SET ->
          throw new IllegalArgumentException("Connectivity (nothing) must be one of three kinds.");
    };
  }

  private static SynapseRows read(RowsProto message) {
    int[] targets = message.getTargetsList().stream().mapToInt(Integer::intValue).toArray();
    int[][] rows = new int[message.getDegreesCount()][];
    int next = 0;
    for (int j = 0; j < rows.length; j++) {
      int degree = message.getDegrees(j);
      if (degree < 0 || degree > targets.length - next) {
        throw new IllegalArgumentException(
            "Pre neuron %d (%s synapses) cannot have so many: %d are left."
                .formatted(j, Integer.toUnsignedString(degree), targets.length - next));
      }
      rows[j] = Arrays.copyOfRange(targets, next, next + degree);
      next += degree;
    }
    if (next != targets.length) {
      throw new IllegalArgumentException(
          "Synapses (%d targets) must be those of the pre neurons, %d."
              .formatted(targets.length, next));
    }
    return SynapseRows.of(rows, message.getPost());
  }

  private static Drive read(DriveProto message) {
    SiteProto site = message.getSite();
    return new Drive(
        site.getName(),
        site.getTo(),
        ConstantName.read(Drive.Target.class, message.getTarget()),
        RuleMessage.read(site.getRule()),
        sources(site),
        ParameterMessage.read(site.getParametersList()));
  }

  private static Map<String, String> sources(SiteProto site) {
    return Entries.read(site.getSourcesList(), "Source");
  }
}
