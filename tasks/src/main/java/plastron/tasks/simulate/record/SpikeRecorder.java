package plastron.tasks.simulate.record;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import plastron.core.simulate.SpikeTrains;
import plastron.core.state.StateVisitor;
import plastron.tasks.simulate.network.SimulatedPopulation;

/** A file of spikes for each population: {@code time_ms}, {@code neuron}, by time. */
final class SpikeRecorder implements Recorder {

  private final List<ColumnFile> files = new ArrayList<>();

  SpikeRecorder(Path folder, RecordFormat format, List<SimulatedPopulation> populations)
      throws IOException {
    for (SimulatedPopulation p : populations) {
      files.add(
          format.create(
              folder,
              "spikes-" + p.name(),
              List.of(Column.real("time_ms"), Column.whole("neuron"))));
    }
  }

  @Override
  public void add(Stretch stretch) throws IOException {
    for (int p = 0; p < files.size(); p++) {
      SpikeTrains spikes = stretch.spikes().get(p);
      for (int k = 0; k < spikes.size(); k++) {
        files.get(p).add(spikes.timeMs(k), spikes.neuron(k));
      }
    }
  }

  @Override
  public void end() throws IOException {
    for (ColumnFile file : files) {
      file.end();
    }
  }

  @Override
  public void state(StateVisitor visitor) throws IOException {
    for (ColumnFile file : files) {
      file.state(visitor);
    }
  }

  @Override
  public void close() throws IOException {
    for (ColumnFile file : files) {
      file.close();
    }
  }
}
