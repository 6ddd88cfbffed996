package plastron.tasks.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plastron.core.random.Seeds;
import plastron.plasticity.model.PlasticModel;
import plastron.slayer.objective.Responder;
import plastron.slayer.policy.EnvironmentEpisodes;
import plastron.tasks.cli.CommandRun;
import plastron.tasks.cli.ExitCode;
import plastron.tasks.config.ConfigLayer;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.Presets;
import plastron.tasks.design.Probe;
import plastron.tasks.model.TrainingSetup;
import plastron.tasks.run.Checkpoint;
import plastron.tasks.train.SmallRun;

class PlotCommandTest {

  private static final int LONGEST_NAME = 255;

  private static final String SMALL =
      """
      hidden = 12
      [task]
      cues = 3
      cue_on = 10
      cue_off = 2
      delay = 8
      decision = 10
      group_size = 4
      [training]
      batch = 4
      iterations = 4
      checkpoint_every = 2
      """;

  @TempDir private Path folder;

  @Test
  void drawsTheCurveAndFourTrials() throws IOException {
    String run = folder.resolve("run").toString();
    Path out = folder.resolve("figures");
    assertThat(CommandRun.of(SmallRun.start(Path.of(run), 20)).err()).isEmpty();
    CommandRun plot = CommandRun.of("plot", run, "--out", out.toString());
    assertThat(plot.err()).isEmpty();
    assertThat(plot.out().lines()).hasSize(5);
    for (String name :
        List.of("learning-curve", "trial-all-left", "trial-all-right", "trial-mixed")) {
      BufferedImage image = ImageIO.read(out.resolve(name + ".png").toFile());
      assertThat(image.getWidth()).isGreaterThan(1000);
      assertThat(colours(image)).contains(0xFFFFFF, 0x0072B2);
    }
    CommandRun again = CommandRun.of("plot", run, "--out", out.toString());
    assertThat(again.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(again.err()).contains("exists").doesNotContain("--resume");
  }

  @Test
  void picturesThatCannotBeWrittenLeaveNothingBehind() throws IOException {
    Path run = folder.resolve("run");
    assertThat(CommandRun.of(SmallRun.start(run, 1)).err()).isEmpty();
    Path parent = Files.createDirectories(folder.resolve("figures"));
    Path out = parent.resolve("f".repeat(LONGEST_NAME + 1));
    CommandRun plot = CommandRun.of("plot", run.toString(), "--out", out.toString());
    assertThat(plot.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(plot.err()).startsWith("plastron: Folder (").contains("File name too long");
    assertThat(plot.out()).isEmpty();
    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void severalHiddenLayersAndTheirOwnSpikesAreShown() throws IOException {
    Path run = folder.resolve("run");
    String[] several =
        SmallRun.start(run, 1, "--set", "model.hidden=[8,6]", "--set", "model.recurrent=dp-oja");
    assertThat(CommandRun.of(several).err()).isEmpty();
    Path out = folder.resolve("figures");
    assertThat(CommandRun.of("plot", run.toString(), "--out", out.toString()).err()).isEmpty();
    Path one = folder.resolve("one");
    assertThat(CommandRun.of(SmallRun.start(one, 1)).err()).isEmpty();
    Path figures = folder.resolve("figures-of-one");
    assertThat(CommandRun.of("plot", one.toString(), "--out", figures.toString()).err()).isEmpty();
    BufferedImage trial = ImageIO.read(out.resolve("trial-mixed.png").toFile());
    BufferedImage shorter = ImageIO.read(figures.resolve("trial-mixed.png").toFile());
    assertThat(trial.getHeight()).isGreaterThan(shorter.getHeight() + 250);
  }

  @Test
  void aRunWhoseValuesAreInfiniteIsDrawn() throws IOException {
    assertThat(
            drawn(
                """
                rule = "dp-oja"
                [model]
                eta = 0.9
                r_ref = 0.01
                e_clip = inf
                update_interval = 2
                balance_output = false
                alpha_sd = 0.1
                """))
        .hasSize(5);
  }

  @Test
  void aTrialInWhichTheRuleNeverActsIsDrawn() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("config.toml"),
            "rule = \"ndp-linear\"\n[model]\nupdate_interval = 64\n" + SMALL);
    Configuration config = Presets.complete(List.of(ConfigLayer.ofFile(file)));
    TrainingSetup setup = TrainingSetup.of(config);
    PlasticModel model = Checkpoint.initial("0", config.hash(), setup.plan()).model(setup.plan());
    Responder silent = EnvironmentEpisodes.silent(model.graph().sizes());
    Probe mixed = setup.design().probes(() -> Seeds.generator(1, 1, 0), () -> silent).get(2);
    byte[] png = TrialPicture.png("title", model, mixed, setup.design().groups());
    assertThat(ImageIO.read(new ByteArrayInputStream(png)).getHeight()).isGreaterThan(1000);
  }

  private List<String> drawn(String config) throws IOException {
    Path file = Files.writeString(folder.resolve("config.toml"), config + SMALL);
    Path run = folder.resolve("run");
    CommandRun.of("train", "cue-association", "--config", file.toString(), "--out", run.toString());
    CommandRun plot =
        CommandRun.of("plot", run.toString(), "--out", folder.resolve("figures").toString());
    assertThat(plot.err()).isEmpty();
    assertThat(plot.exitCode()).isZero();
    return plot.out().lines().toList();
  }

  private static Set<Integer> colours(BufferedImage image) {
    Set<Integer> colours = new HashSet<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        colours.add(image.getRGB(x, y) & 0xFFFFFF);
      }
    }
    return colours;
  }
}
