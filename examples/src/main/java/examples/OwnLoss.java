package examples;

import java.util.Arrays;
import plastron.core.network.Neuron;
import plastron.core.run.Input;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.initialise.Normal;
import plastron.plasticity.model.PlasticModel;
import plastron.slayer.Precision;
import plastron.slayer.loss.SpikeLoss;
import plastron.slayer.optimise.Adam;
import plastron.slayer.surrogate.FastSigmoid;
import plastron.slayer.sweep.Adjoints;
import plastron.slayer.sweep.FlatVector;
import plastron.slayer.sweep.ParameterLayout;
import plastron.slayer.sweep.SweepOptions;

/** A loss and a loop of one's own: output neuron i is to spike 3 (i + 1) times. */
public final class OwnLoss {

  private static final SpikeLoss COUNTS =
      (spikes, adjoint) -> {
        double[] difference = new double[spikes.neurons()];
        Arrays.setAll(difference, i -> spikes.count(i, 0, spikes.steps()) - 3 * (i + 1));
        adjoint.add(0, spikes.steps(), difference);
        return Arrays.stream(difference).map(d -> d * d / 2).sum();
      };

  static void main() {
    Neuron neuron = new Neuron.Lif(1, 0.9, 0, Neuron.Reset.HARD, 0);
    var network = PlasticModel.named("counts").source("in", 10).population("out", 3, neuron);
    PlasticModel model =
        network.projection("in", "out", p -> p.set("W", new Normal(0.1, 0.1))).build();
    SpikeRaster input = new SpikeRaster(40, 10);
    for (int t = 0; t < 40; t++) {
      input.set(t, t % 10);
    }
    var sweep = Precision.DOUBLE.sweep(model, SweepOptions.with(new FastSigmoid(1, 0.5)));
    var tape = sweep.tape();
    Adjoints adjoints = new Adjoints(model.graph().sizes());
    FlatVector parameters = new ParameterLayout(model).flatten(model);
    FlatVector gradient = new FlatVector(parameters.size());
    Adam adam = new Adam(parameters.size(), 0.9, 0.999, 1e-8);
    for (int iteration = 0; iteration <= 60; iteration++) {
      sweep.load(parameters);
      sweep.forward(tape, Input.of(input));
      adjoints.clear();
      double loss = COUNTS.on(model.graph().index("out"), 1).evaluate(tape, adjoints);
      sweep.backward(tape, adjoints);
      sweep.drain(gradient);
      adam.step(parameters, gradient, 0.01);
      if (iteration % 20 == 0) {
        IO.println("iteration %d: loss %.1f".formatted(iteration, loss));
      }
    }
  }
}
