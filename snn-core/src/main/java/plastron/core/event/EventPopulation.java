package plastron.core.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import plastron.core.cell.PreciseCells;
import plastron.core.simulate.GridSpikes;
import plastron.core.simulate.PotentialProbe;
import plastron.core.simulate.SpikeTrains;
import plastron.core.spikes.SpikeClock;
import plastron.core.state.StateVisitor;

/** The neurons of a population, who of them is awake, and what they have sent. */
final class EventPopulation {

  /** What is recorded of a neuron. */
  private record Probed(int neuron, PotentialProbe probe) {}

  private final int neurons;
  private final PreciseCells cells;
  private final PreciseCells.Sink sink;
  private final List<Probed> probes = new ArrayList<>();
  private BitSet awake = new BitSet();
  private double[] sentMs = new double[64];
  private int[] sentBy = new int[64];
  private int sent;

  /**
   * @param sink is told of every spike
   */
  EventPopulation(int neurons, PreciseCells cells, PreciseCells.Sink sink) {
    this.neurons = neurons;
    this.cells = cells;
    this.sink =
        (neuron, timeMs) -> {
          log(neuron, timeMs);
          sink.spike(neuron, timeMs);
        };
    awake.set(0, neurons);
  }

  private void log(int neuron, double timeMs) {
    if (sent == sentBy.length) {
      sentMs = Arrays.copyOf(sentMs, Math.addExact(sent, sent / 2));
      sentBy = Arrays.copyOf(sentBy, sentMs.length);
    }
    sentMs[sent] = timeMs;
    sentBy[sent++] = neuron;
  }

  void receive(int neuron, double timeMs, double weight) {
    cells.advance(neuron, timeMs, sink);
    cells.arrive(neuron, weight);
    awake.set(neuron);
  }

  /** Moves all neurons that may spike to the end of a step, and lets those sleep that may not. */
  void endStep(double endMs) {
    for (int i = awake.nextSetBit(0); i >= 0; i = awake.nextSetBit(i + 1)) {
      cells.advance(i, endMs, sink);
      if (cells.isAsleep(i)) {
        awake.clear(i);
      }
    }
    for (Probed probed : probes) {
      probed.probe.add(cells.potentialMv(probed.neuron, endMs));
    }
  }

  PotentialProbe probe(int neuron) {
    PotentialProbe probe = new PotentialProbe();
    probes.add(new Probed(neuron, probe));
    return probe;
  }

  /** The spikes that were not taken before. */
  SpikeTrains take(SpikeClock clock, double dtMs) {
    SpikeTrains taken =
        switch (clock) {
          case SpikeClock.Exact exact -> exact(dtMs);
          case SpikeClock.OnGrid grid -> onGrid(dtMs);
        };
    sent = 0;
    return taken;
  }

  private SpikeTrains exact(double dtMs) {
    int[] order =
        IntStream.range(0, sent)
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer k) -> sentMs[k])
                    .thenComparingInt(k -> sentBy[k]))
            .mapToInt(Integer::intValue)
            .toArray();
    return new ExactSpikes(
        Arrays.stream(order).mapToDouble(k -> sentMs[k]).toArray(),
        Arrays.stream(order).map(k -> sentBy[k]).toArray(),
        dtMs);
  }

  private SpikeTrains onGrid(double dtMs) {
    return new GridSpikes(
        IntStream.range(0, sent)
            .mapToLong(k -> GridSpikes.packed(Math.round(sentMs[k] / dtMs), sentBy[k]))
            .toArray(),
        dtMs);
  }

  void state(StateVisitor visitor) {
    cells.state(visitor);
    long[] words = Arrays.copyOf(awake.toLongArray(), Math.ceilDiv(neurons, Long.SIZE));
    visitor.longs(words);
    awake = BitSet.valueOf(words);
  }
}
