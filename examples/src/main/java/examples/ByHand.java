package examples;

import plastron.core.network.Neuron;
import plastron.core.run.Input;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.run.PlasticRunner;

/** A network by hand: what fires together gets synapses that a weak input alone can use later. */
public final class ByHand {

  static void main() {
    PlasticModel model =
        PlasticModel.named("pavlov")
            .source("food", 1)
            .source("bell", 1)
            .population("dog", 1, new Neuron.Lif(1, 0.5, 0, Neuron.Reset.HARD, 1))
            .projection("food", "dog", p -> p.set("W", 1.5))
            .projection(
                "bell",
                "dog",
                p -> p.rule("dp-linear").set("W", 0.1).set("alpha", 12).set("eta", 0.4))
            .updateEvery(10)
            .build();

    // Windows of ten steps: the bell alone, twice with food, alone again.
    boolean[] food = {false, true, true, false, false};
    SpikeRaster[] inputs = {new SpikeRaster(50, 1), new SpikeRaster(50, 1)};
    for (int t = 0; t < 50; t += 5) {
      inputs[1].set(t, 0);
      if (food[t / 10]) {
        inputs[0].set(t, 0);
      }
    }

    PlasticRunner runner = PlasticRunner.of(model);
    SpikeRaster dog = runner.run(Input.of(inputs)).output();
    for (int w = 0; w < food.length; w++) {
      IO.println(
          "bell%s: %d spikes"
              .formatted(food[w] ? " and food" : "", dog.count(0, 10 * w, 10 * w + 10)));
    }
    IO.println("trace %.3f".formatted(runner.value("bell-dog", "E")[0][0]));
  }
}
