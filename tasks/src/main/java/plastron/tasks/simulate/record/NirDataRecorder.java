package plastron.tasks.simulate.record;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plastron.core.simulate.GridTime;
import plastron.core.simulate.PotentialProbe;
import plastron.core.simulate.SpikeTrains;
import plastron.core.state.StateVisitor;
import plastron.export.nir.data.NirDataFile;
import plastron.export.nir.data.NirEvents;
import plastron.export.nir.data.NirNodeData;
import plastron.tasks.simulate.network.NetworkDescription;
import plastron.tasks.simulate.network.SimulatedPopulation;

/**
 * Spikes of all populations, and potentials where there are probes, in one file of NIR's format for
 * data. Its arrays begin with their length, so that each first grows in a file of its own, which
 * stays until somebody removes it.
 */
final class NirDataRecorder implements Recorder {

  private static final String FILE = "records.nirdata";

  /** Readers divide the end by a step and round down. */
  private static final double A_LITTLE_LATER = 1 + 1e-12;

  /** What is recorded of a population. */
  private record Recorded(
      SimulatedPopulation population,
      Optional<Events> spikes,
      Optional<Events> membrane,
      List<PotentialProbe> probes) {}

  private final Path folder;
  private final double dtMs;
  private final double earlierMs;
  private final List<Recorded> all = new ArrayList<>();
  private long step;

  /**
   * @param earlierMs by how much a time is before the end of its step: half a step on the grid, so
   *     that it is within the step, however it is rounded
   * @param step taken before
   */
  NirDataRecorder(Path folder, double dtMs, double earlierMs, long step) {
    this.folder = folder;
    this.dtMs = dtMs;
    this.earlierMs = earlierMs;
    this.step = step;
  }

  /** Records a population as well. */
  void add(SimulatedPopulation population, boolean spikes, List<PotentialProbe> probes)
      throws IOException {
    String name = NetworkDescription.inFiles(population.name());
    all.add(
        new Recorded(
            population,
            spikes ? Optional.of(new Events(name + ".spikes", false)) : Optional.empty(),
            probes.isEmpty() ? Optional.empty() : Optional.of(new Events(name + ".membrane", true)),
            probes));
  }

  @Override
  public void add(Stretch stretch) throws IOException {
    for (int p = 0; p < all.size(); p++) {
      Recorded recorded = all.get(p);
      if (recorded.spikes.isPresent()) {
        SpikeTrains spikes = stretch.spikes().get(p);
        for (int k = 0; k < spikes.size(); k++) {
          recorded.spikes.get().add(spikes.neuron(k), spikes.timeMs(k) - earlierMs, 0);
        }
      }
      if (recorded.membrane.isPresent()) {
        add(recorded.membrane.get(), recorded.probes);
      }
    }
    step = stretch.to();
  }

  private void add(Events membrane, List<PotentialProbe> probes) throws IOException {
    List<double[]> taken = probes.stream().map(PotentialProbe::takePotentialsMv).toList();
    for (int k = 0; k < taken.getFirst().length; k++) {
      for (int i = 0; i < taken.size(); i++) {
        membrane.add(i, GridTime.ms(step + 1 + k, dtMs) - dtMs / 2, taken.get(i)[k]);
      }
    }
  }

  @Override
  public void end() throws IOException {
    List<NirNodeData> nodes = new ArrayList<>();
    for (Recorded recorded : all) {
      Map<String, NirEvents> observables = new LinkedHashMap<>();
      if (recorded.spikes.isPresent()) {
        observables.put("spikes", recorded.spikes.get().ended());
      }
      if (recorded.membrane.isPresent()) {
        observables.put("membrane", recorded.membrane.get().ended());
      }
      SimulatedPopulation population = recorded.population;
      nodes.add(new NirNodeData(population.name(), population.size(), observables));
    }
    double endS = GridTime.ms(step, dtMs) / 1000;
    NirDataFile.write(folder.resolve(FILE), endS * A_LITTLE_LATER, nodes);
  }

  @Override
  public void state(StateVisitor visitor) throws IOException {
    step = visitor.number(step);
    for (Events events : events()) {
      events.state(visitor);
    }
  }

  @Override
  public void close() throws IOException {
    for (Events events : events()) {
      events.close();
    }
  }

  private List<Events> events() {
    List<Events> events = new ArrayList<>();
    for (Recorded recorded : all) {
      recorded.spikes.ifPresent(events::add);
      recorded.membrane.ifPresent(events::add);
    }
    return events;
  }

  /** Events, and a file for each of their columns. */
  private final class Events {
    private final String name;
    private final AppendedFile neurons;
    private final AppendedFile times;
    private final Optional<AppendedFile> values;
    private long count;

    Events(String name, boolean hasValues) throws IOException {
      this.name = name;
      neurons = new AppendedFile(part("idx"));
      times = new AppendedFile(part("time"));
      values = hasValues ? Optional.of(new AppendedFile(part("value"))) : Optional.empty();
    }

    private Path part(String column) {
      return folder.resolve("%s.%s.%s.part".formatted(FILE, name, column));
    }

    void add(int neuron, double timeMs, double value) throws IOException {
      write(neurons, neuron);
      write(times, Double.doubleToLongBits(timeMs / 1000));
      if (values.isPresent()) {
        write(values.get(), Double.doubleToLongBits(value));
      }
      count++;
    }

    private static void write(OutputStream out, long bits) throws IOException {
      for (int b = 0; b < Long.BYTES; b++) {
        out.write((int) (bits >>> (b * Byte.SIZE)));
      }
    }

    NirEvents ended() throws IOException {
      close();
      return new NirEvents(count, part("idx"), part("time"), values.map(file -> part("value")));
    }

    void state(StateVisitor visitor) throws IOException {
      count = visitor.number(count);
      for (AppendedFile file : files()) {
        file.state(visitor);
      }
    }

    void close() throws IOException {
      for (AppendedFile file : files()) {
        file.close();
      }
    }

    private List<AppendedFile> files() {
      List<AppendedFile> files = new ArrayList<>(List.of(neurons, times));
      values.ifPresent(files::add);
      return files;
    }
  }
}
