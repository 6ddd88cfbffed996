package plastron.loihi.run;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import plastron.export.image.BrokenImageException;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageCore;
import plastron.export.image.ImageLayer;
import plastron.loihi.chip.LoihiRegister;
import plastron.loihi.program.LoihiProgram;
import plastron.loihi.program.Reward;
import plastron.loihi.rule.Variable;

/**
 * Whether the reward trace of a layer can be loaded.
 *
 * @param image the layer that it is for
 * @param signals how many values the signals of the image have, by index
 */
record RewardCheck(RegisterCheck image, List<Integer> signals) {

  /** Throws {@link BrokenImageException} for the first thing that does not fit. */
  void require() {
    ImageLayer layer = image.layer();
    boolean read =
        PlasticLayerRun.rules(layer).stream()
            .flatMap(rule -> Stream.of(rule.dw(), rule.dd(), rule.dt()))
            .flatMap(Optional::stream)
            .flatMap(series -> series.products().stream())
            .flatMap(product -> product.factors().stream())
            .anyMatch(factor -> factor.variable() == Variable.R1);
    boolean has = ImageKeys.line(layer, ImageKeys.REWARD).isPresent();
    if (read != has) {
      throw new BrokenImageException(
          "Layer %s has %s line (reward), and its rules %s r1."
              .formatted(layer.name(), has ? "a" : "no", read ? "read" : "do not read"));
    }
    if (has && !image.chip().reward()) {
      throw new BrokenImageException(
          "Layer %s reads r1, but no program uses the reward trace on %s."
              .formatted(layer.name(), image.chip().title()));
    }
    ImageKeys.reward(layer).ifPresent(reward -> require(reward.source()));
  }

  private void require(Reward.Source source) {
    image.positive(ImageKeys.REWARD_UNIT);
    switch (source) {
      case Reward.Host host -> {
        int neurons = host.perNeuron() ? image.layer().size() : 1;
        if (host.signal() < 0 || host.signal() >= signals.size()) {
          throw new BrokenImageException(
              "signal of reward (%s) must be one of the image's %d."
                  .formatted(source, signals.size()));
        }
        int values = signals.get(host.signal());
        if (values != 1 && values != neurons) {
          throw new BrokenImageException(
              "signal of reward (%s), %d values, must have 1%s."
                  .formatted(source, values, neurons == 1 ? "" : " or " + neurons));
        }
      }
      case Reward.Spikes spikes -> {
        if (spikes.population() < 0 || spikes.population() >= image.sizes().size()) {
          throw new BrokenImageException(
              "population of reward (%s) must be 0 to %d."
                  .formatted(source, image.sizes().size() - 1));
        }
        RegisterCheck.check(
            LoihiRegister.TRACE_DECAY, "reward (%s)".formatted(source), spikes.decay());
        image.values(
            LoihiProgram.REWARD, image.sizes().get(spikes.population()), LoihiRegister.REWARD);
      }
    }
  }

  /** Neurons of a core have one reward; throws {@link BrokenImageException} if they need more. */
  static void shared(ChipImage chipImage, ImageLayer layer) {
    for (ImageCore core : chipImage.cores()) {
      if (core.population() == layer.to() && differ(layer, core)) {
        throw new BrokenImageException(
            "Neurons %d to %d of layer %s need several rewards (r1), their core has one."
                .formatted(core.from(), core.to() - 1, layer.name()));
      }
    }
  }

  private static boolean differ(ImageLayer layer, ImageCore core) {
    return core.to() - core.from() > 1
        && ImageKeys.reward(layer)
            .map(
                reward ->
                    switch (reward.source()) {
                      case Reward.Host host -> host.perNeuron();
                      case Reward.Spikes spikes ->
                          differ(layer.array(LoihiProgram.REWARD).values(), core);
                    })
            .orElse(false);
  }

  private static boolean differ(int[][] added, ImageCore core) {
    for (int[] row : added) {
      for (int i = core.from(); i < core.to(); i++) {
        if (row[i] != row[core.from()]) {
          return true;
        }
      }
    }
    return false;
  }
}
