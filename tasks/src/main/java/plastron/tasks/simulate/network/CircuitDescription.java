package plastron.tasks.simulate.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import plastron.core.circuit.Circuit;
import plastron.core.circuit.CircuitPopulation;
import plastron.core.circuit.Plasticity;
import plastron.core.random.Seeds;
import plastron.core.simulate.Engine;
import plastron.tasks.circuit.CircuitEngine;
import plastron.tasks.circuit.CircuitFile;
import plastron.tasks.cli.BadInputException;

/** A circuit as a file has it, or one that does what a model does. */
public record CircuitDescription(CircuitFile file) implements NetworkDescription {

  /** With fewer, threads wait for each other longer than they work. */
  private static final int NEURONS_A_THREAD = 1000;

  public CircuitDescription {
    NetworkDescription.requireDistinct(
        file.path(), file.circuit().populations().stream().map(CircuitPopulation::name));
  }

  @Override
  public Path path() {
    return file.path();
  }

  @Override
  public long seed() {
    return file.seed();
  }

  @Override
  public double dtMs() {
    return file.dtMs();
  }

  @Override
  public String engine() {
    return file.engine().toString();
  }

  @Override
  public boolean isOnGrid() {
    return file.engine() != CircuitEngine.PRECISE;
  }

  @Override
  public List<SimulatedPopulation> populations() {
    return file.circuit().populations().stream()
        .map(
            p ->
                new SimulatedPopulation(
                    p.name(),
                    p.size(),
                    p.model().label(),
                    CircuitFile.hasPotentials(p),
                    CircuitFile.potentialUnit(p)))
        .toList();
  }

  @Override
  public List<LearningConnections> learning() {
    Circuit circuit = file.circuit();
    return circuit.connections().stream()
        .filter(c -> c.plasticity().filter(Plasticity::learns).isPresent())
        .map(
            c ->
                new LearningConnections(
                    c.name(),
                    CircuitFile.weightUnit(circuit.populations().get(circuit.indexOf(c.post())))))
        .toList();
  }

  @Override
  public int threads(OptionalInt wanted) {
    int most = wanted.orElse(Runtime.getRuntime().availableProcessors());
    int used = file.engine().threads(most);
    if (wanted.isPresent()) {
      if (used < most) {
        throw new BadInputException(
            "Option --threads (%d) must be %d with engine = \"%s\"."
                .formatted(most, used, file.engine()));
      }
      return most;
    }
    long neurons = file.circuit().populations().stream().mapToLong(CircuitPopulation::size).sum();
    return (int) Math.clamp(neurons / NEURONS_A_THREAD, 1L, (long) used);
  }

  @Override
  public Engine build(int threads) {
    try {
      return file.build(threads);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(
          "Circuit (%s) cannot be simulated: %s".formatted(path(), e.getMessage()));
    }
  }

  @Override
  public long fingerprint() throws IOException {
    CRC32C sum = new CRC32C();
    sum.update(file.sha256().getBytes(StandardCharsets.UTF_8));
    for (Path named : file.named()) {
      try (InputStream in = Files.newInputStream(named)) {
        in.transferTo(new CheckedOutputStream(OutputStream.nullOutputStream(), sum));
      }
    }
    return Seeds.then(sum.getValue(), file.seed());
  }

  @Override
  public Map<String, String> provenance() {
    Map<String, String> provenance = new LinkedHashMap<>();
    provenance.put("circuit", path().toString());
    provenance.put("circuit_sha256", file.sha256());
    return provenance;
  }
}
