package plastron.tasks.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import plastron.plasticity.catalogue.Catalogue;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.cue.CueTable;

class ConfigurationTest {

  private static Configuration with(String... assignments) {
    return Presets.complete(List.of(ConfigLayer.ofAssignments(List.of(assignments))));
  }

  private static BadInputException error(String... assignments) {
    try {
      with(assignments);
    } catch (BadInputException e) {
      return e;
    }
    throw new AssertionError("accepted " + List.of(assignments));
  }

  @Test
  void presetsGiveEverySettingAValue() {
    for (String rule : Catalogue.names()) {
      for (String noise : CueTable.NOISE.names()) {
        for (String length : CueTable.LENGTH.names()) {
          for (String hardware : RunSettings.HARDWARE.names()) {
            Configuration config =
                with("rule=" + rule, "noise=" + noise, "length=" + length, "hardware=" + hardware);
            assertThat(config.get(RunSettings.RULE)).isEqualTo(rule);
            assertThat(config.get(CueTable.P_CUE)).isEqualTo(noise.equals("low") ? 0.4 : 0.3);
          }
        }
      }
    }
  }

  @Test
  void anUnknownTableIsRefusedEvenIfEmpty() {
    assertThatThrownBy(() -> ConfigLayer.parse("test", "[modle]\n"))
        .isInstanceOf(BadInputException.class)
        .hasMessage("Setting (modle) in test is not known.");
    assertThat(ConfigLayer.parse("test", "[model]\n[training]\nbatch = 3\n").values()).hasSize(1);
  }

  @Test
  void aListIsNoNumber() {
    assertThatThrownBy(() -> ConfigLayer.parse("test", "[model]\ntheta = [1, 2]\n"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("(a list of 2)");
  }

  @Test
  void hiddenLayersMayBeSeveral() {
    Configuration config = with("rule=dp-oja", "hidden=[12, 5]");
    assertThat(config.counts(ModelSettings.HIDDEN)).containsExactly(12, 5);
    ConfigLayer again = ConfigLayer.parse("test", config.toToml());
    assertThat(Configuration.merge(List.of(again)).toToml()).isEqualTo(config.toToml());
    assertThat(with("rule=dp-oja", "hidden=[7]").toToml())
        .isEqualTo(with("rule=dp-oja", "hidden=7").toToml())
        .contains("hidden = 7\n");
    assertThat(error("rule=dp-oja", "hidden=[]")).hasMessageContaining("(a list of 0)");
    assertThat(error("rule=dp-oja", "hidden=[3, 0]")).hasMessageContaining("or a list of such");
    assertThat(error("rule=dp-oja", "hidden=[3, \"4\"]")).hasMessageContaining("model.hidden");
    assertThat(error("rule=dp-oja", "hidden=2.5")).hasMessageContaining("(2.5)");
  }

  @Test
  void theRuleHasNoDefault() {
    assertThatThrownBy(() -> with("noise=low")).hasMessageContaining("Setting rule (missing)");
  }

  @Test
  void whatIsWrittenReadsBackTheSame() {
    Configuration config =
        with("rule=ndp-bcm", "noise=high", "e_clip=inf", "training.learning_rate=1e-7", "seed=-3");
    Configuration again = Configuration.merge(List.of(ConfigLayer.parse("test", config.toToml())));
    assertThat(again.toToml()).isEqualTo(config.toToml());
    assertThat(again.hash()).isEqualTo(config.hash());
    assertThat(again.get(ModelSettings.E_CLIP)).isInfinite();
  }

  @Test
  void filesOlderThanRecurrentSynapsesMeanNone() {
    String text = with("rule=dp-oja").toToml();
    assertThat(text).doesNotContain("recurrent");
    Configuration old = Configuration.merge(List.of(ConfigLayer.parse("test", text)));
    assertThat(old.get(ModelSettings.RECURRENT)).isEqualTo("none");
    Configuration recurrent = with("rule=dp-oja", "recurrent=static");
    assertThat(recurrent.toToml()).contains("[model]\nhidden = 64\nrecurrent = \"static\"\n");
    assertThat(recurrent.hash()).isNotEqualTo(old.hash());
  }

  @Test
  void theConfigurationOfARunMeansWhatItMeantWhateverPresetsSayToday() {
    Configuration today = with("rule=dp-oja");
    assertThat(today.get(TrainingSettings.WARM_UP)).isPositive();
    Configuration before = with("rule=dp-oja", "warm_up=0", "rate_budget=0");
    assertThat(before.toToml()).doesNotContain("warm_up").doesNotContain("rate_budget");
    ConfigLayer file = ConfigLayer.parse("test", before.toToml());
    assertThat(Presets.complete(List.of(file)).hash()).isEqualTo(before.hash());
    ConfigLayer longer = ConfigLayer.ofAssignments(List.of("iterations=7"));
    Configuration changed = Presets.complete(List.of(file, longer));
    assertThat(changed.get(TrainingSettings.WARM_UP)).isZero();
    assertThat(changed.get(TrainingSettings.ITERATIONS)).isEqualTo(7);
  }

  @Test
  void everyChangeChangesTheHash() {
    assertThat(with("rule=dp-oja", "batch=63").hash()).isNotEqualTo(with("rule=dp-oja").hash());
  }

  @Test
  void laterLayersWin() {
    ConfigLayer file =
        ConfigLayer.parse("file", "rule = 'dp-oja'\n[training]\nbatch = 5\nkappa = 3");
    ConfigLayer set = ConfigLayer.ofAssignments(List.of("batch=6"));
    Configuration config = Presets.complete(List.of(file, set));
    assertThat(config.count(TrainingSettings.BATCH)).isEqualTo(6);
    assertThat(config.get(TrainingSettings.KAPPA)).isEqualTo(3.0);
  }

  @Test
  void anUnknownKeyNamesTheNearest() {
    assertThat(error("rule=dp-oja", "model.hiden=3").maybe()).contains("model.hidden");
    assertThat(error("rule=dp-oja", "kapa=3").maybe()).contains("training.kappa");
    assertThat(error("rule=dp-oya").maybe()).contains("dp-oja");
  }

  @Test
  void typesAndRangesAreChecked() {
    assertThat(error("rule=dp-oja", "batch=\"7\"")).hasMessageContaining("training.batch");
    assertThat(error("rule=dp-oja", "batch=7.5")).hasMessageContaining("(7.5)");
    assertThat(error("rule=dp-oja", "batch=0")).hasMessageContaining("from 1 to");
    assertThat(error("rule=dp-oja", "kappa=nan")).hasMessageContaining("(NaN)");
    assertThat(error("rule=dp-oja", "theta=0")).hasMessageContaining("above 0");
    assertThat(error("rule=dp-oja", "eta=[1]")).hasMessageContaining("model.eta");
    assertThat(error("rule=dp-oja", "variable_delay=1")).hasMessageContaining("true or false");
    assertThat(error("rule=dp-oja", "batch")).hasMessageContaining("key=value");
    assertThat(error("rule=dp-oja", "batch=99999999999999999999")).hasMessageContaining("batch");
  }

  @Test
  void aFileThatIsNoTomlIsRefusedWithItsLine(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("c.toml");
    Files.writeString(file, "rule = \"dp-oja\"\nbatch = = 3\n");
    assertThatThrownBy(() -> ConfigLayer.ofFile(file)).hasMessageContaining("line 2");
    Files.write(file, "rule = \"\u00e9\"".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> ConfigLayer.ofFile(file)).hasMessageContaining("UTF-8");
    assertThatThrownBy(() -> ConfigLayer.ofFile(folder.resolve("none")))
        .hasMessageContaining("does not exist");
    assertThatThrownBy(() -> ConfigLayer.ofFile(folder)).isInstanceOf(BadInputException.class);
  }

  @Test
  @Timeout(20)
  void longFilesTakeAsLongAsTheyAreLong() {
    String many = "# a comment\n   # another\n\n  \n".repeat(50_000);
    ConfigLayer layer =
        ConfigLayer.parse("test", many + "[training]\n" + many + "batch = 3\n" + many);
    assertThat(layer.get(TrainingSettings.BATCH)).contains(3L);
    assertThatThrownBy(() -> ConfigLayer.parse("test", many + "batch = \n"))
        .hasMessageStartingWith("Configuration (test) is not TOML: line 200001, ");
    String list = "hidden = [" + "# c\n\n".repeat(50_000) + "7]\n";
    assertThat(ConfigLayer.parse("test", list).get(ModelSettings.HIDDEN)).contains(List.of(7L));
  }

  @Test
  void whatIsNoTomlIsRefusedWithItsLine() {
    for (String text :
        List.of(
            "a",
            "= 1",
            "batch = foo",
            "batch = 01",
            "batch = 1 2",
            "[training",
            "batch = 'x",
            "batch = 3\nbatch = 4",
            "x = \u0000",
            "hidden = " + "[".repeat(9999),
            "k".repeat(320_000) + " = 1",
            "a" + ".a".repeat(9999) + " = 1")) {
      assertThatThrownBy(() -> ConfigLayer.parse("test", "\n" + text))
          .isInstanceOf(BadInputException.class)
          .hasMessageMatching(
              "(?s)Configuration \\(test\\) is not TOML: (line [23], .*|.*exceeds.*)");
    }
  }

  @Test
  void whatNoSettingTakesIsRefused() {
    for (String text :
        List.of(
            "rule = 2020-01-01",
            "rule = 07:00:00",
            "batch = 2020-01-01T00:00:00Z",
            "batch = inf",
            "kappa = nan",
            "batch = true",
            "rule = ['dp-oja']",
            "hidden = [[3]]",
            "batch = {a = 1}",
            "[[training]]\nbatch = 3",
            "[batch]\n",
            "batch = 9223372036854775808",
            "\"\" = 1",
            "training = 3")) {
      assertThatThrownBy(() -> ConfigLayer.parse("test", text))
          .isInstanceOf(BadInputException.class)
          .hasMessageStartingWith("Setting ");
    }
    assertThatThrownBy(() -> ConfigLayer.parse("test", "batch = 3\n[training]\nbatch = 4\n"))
        .isInstanceOf(BadInputException.class)
        .hasMessage("Setting (training.batch) in test stands there twice.");
  }

  @Test
  void aFileWithoutEndOrTooLongIsNotRead(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("long.toml"), "#".repeat((1 << 20) + 1));
    assertThatThrownBy(() -> ConfigLayer.ofFile(file))
        .isInstanceOf(BadInputException.class)
        .hasMessageEndingWith("is too long (1048577 bytes), expected at most 1048576.");
    assertThatThrownBy(() -> ConfigLayer.ofFile(folder))
        .isInstanceOf(BadInputException.class)
        .hasMessageEndingWith("is no regular file.");
  }
}
