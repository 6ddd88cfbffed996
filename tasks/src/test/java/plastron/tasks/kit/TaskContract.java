package plastron.tasks.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import plastron.core.network.Population;
import plastron.core.random.Seeds;
import plastron.core.run.Input;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.slayer.objective.Measure;
import plastron.slayer.policy.EnvironmentEpisodes;
import plastron.slayer.train.StepReport;
import plastron.slayer.train.Trainer;
import plastron.slayer.train.TrainerState;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.cli.CommandRun;
import plastron.tasks.config.ConfigLayer;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.Presets;
import plastron.tasks.config.Setting;
import plastron.tasks.config.Settings;
import plastron.tasks.config.TaskKind;
import plastron.tasks.design.Judge;
import plastron.tasks.design.NeuronGroup;
import plastron.tasks.design.TaskDesign;
import plastron.tasks.design.TaskNetwork;
import plastron.tasks.design.Terminals;
import plastron.tasks.measure.EpisodeRunners;
import plastron.tasks.measure.Measured;
import plastron.tasks.measure.Measurement;
import plastron.tasks.measure.Trials;
import plastron.tasks.model.TerminalCheck;
import plastron.tasks.model.TrainingSetup;
import plastron.tasks.progress.Bar;
import plastron.tasks.train.SmallRun;

/**
 * What a kind of task keeps; a test class extends it and says the kind, which the service loader
 * has to find. Long, because all is asked of every kind of task.
 */
@Timeout(300)
public abstract class TaskContract {

  private static final List<String> SMALL =
      List.of("training.batch=4", "training.iterations=4", "training.checkpoint_every=2");

  /** What a line of the metrics log has besides measures. */
  private static final Set<String> TAKEN =
      Set.of("iteration", "loss", "gradient_norm", "skipped", "learning_rate", "rates");

  @TempDir private Path folder;

  private final TaskKind kind;

  /** Of one kind of task. */
  protected TaskContract(TaskKind kind) {
    this.kind = kind;
  }

  /** Presets, and the first of every choice. */
  private static Configuration small(TaskKind kind, String... more) {
    List<ConfigLayer> layers = new ArrayList<>();
    for (Setting.Choice choice : Settings.of(kind).choices()) {
      layers.add(ConfigLayer.of(kind, "test", choice, choice.names().getFirst()));
    }
    layers.add(ConfigLayer.ofAssignments(kind, SMALL));
    layers.add(ConfigLayer.ofAssignments(kind, List.of(more)));
    return Presets.complete(layers);
  }

  @Test
  void itSaysWhatItIs() {
    assertThat(kind.name()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    assertThat(kind.title()).matches("[A-Z].*[^.]");
    assertThat(kind.description()).matches("[A-Z].*[.?]");
    CommandRun help = CommandRun.of("train", "--help");
    assertThat(help.out()).contains(kind.name());
    CommandRun own = CommandRun.of("train", kind.name(), "--help");
    for (Setting.Choice choice : Settings.of(kind).choices()) {
      assertThat(own.out()).contains("--" + choice.key());
    }
  }

  @Test
  void settingsHaveValuesMeaningsAndNamesOfTheirOwn() {
    Configuration config = small(kind);
    List<Setting<?>> all = Settings.of(kind).all();
    assertThat(all).extracting(Setting::key).doesNotHaveDuplicates();
    for (Setting<?> setting : all) {
      assertThat(setting.key()).matches("([a-z]+\\.)?[a-z][a-z0-9_]*");
      assertThat(setting.meaning()).isNotBlank().doesNotEndWith(".");
      assertThat(setting.expected()).isNotBlank();
      assertThat((Object) config.get(setting)).as(setting.key()).isNotNull();
    }
  }

  @Test
  void theFileOfARunNamesItsTask() throws Exception {
    Configuration config = small(kind);
    Path file = Files.writeString(folder.resolve("config.toml"), config.toToml());
    Configuration read = Configuration.merge(List.of(ConfigLayer.ofFile(file)));
    assertThat(read.task()).isSameAs(kind);
    assertThat(read.hash()).isEqualTo(config.hash());
    assertThat(Presets.complete(List.of(ConfigLayer.ofFile(kind, file))).hash())
        .isEqualTo(config.hash());
  }

  @Test
  void aWrongSettingIsOneClearLine() {
    for (Setting<?> setting : Settings.of(kind).all()) {
      assertThatThrownBy(
              () -> ConfigLayer.ofAssignments(kind, List.of(setting.key() + "='nonsense'")))
          .isInstanceOf(BadInputException.class)
          .hasMessageMatching(".*\\Q" + setting.key() + "\\E.*\\(nonsense\\).* must be .*");
    }
    CommandRun unknown =
        CommandRun.of(
            "train",
            kind.name(),
            "--set",
            "task.nonsense=1",
            "--out",
            folder.resolve("x").toString());
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).startsWith("plastron: Setting (task.nonsense) in --set is not known");
    assertThat(unknown.err().lines().count()).isLessThanOrEqualTo(2);
  }

  @Test
  void theDesignIsOneAndTheSame() {
    TaskDesign<?> design = TrainingSetup.design(small(kind));
    assertThat(design.graph().populations())
        .isEqualTo(design.initial().graph().populations())
        .isEqualTo(TrainingSetup.design(small(kind)).graph().populations());
    assertThat(design.initial().graph().projections())
        .extracting(PlasticProjection::name)
        .isEqualTo(design.graph().projections().stream().map(PlasticProjection::name).toList());
    for (NeuronGroup group : design.groups()) {
      int size = design.graph().population(group.population()).size();
      assertThat(group.from()).isBetween(0, group.to() - 1);
      assertThat(group.to()).isLessThanOrEqualTo(size);
    }
    assertThat(
            design.probes(
                () -> Seeds.generator(1, 2, 3),
                () -> EnvironmentEpisodes.silent(design.graph().sizes())))
        .isNotEmpty()
        .extracting(probe -> probe.name())
        .doesNotHaveDuplicates();
  }

  @Test
  void anotherNetworkIsTakenAsItIs() {
    TaskDesign<?> design = TrainingSetup.design(small(kind));
    PlasticModel model = design.initial();
    TaskDesign<?> other = design.on(TaskNetwork.of(model));
    assertThat(other.graph()).isSameAs(model.graph());
    assertThat(other.initial().graph().projections()).isEqualTo(model.graph().projections());
    assertThat(other.terminals()).isEqualTo(design.terminals());
    new TerminalCheck("it", kind.name(), model.graph().populations()).require(design.terminals());
    for (Terminals.Terminal source : design.terminals().sources()) {
      List<Population> without = new ArrayList<>(model.graph().populations());
      without.removeIf(p -> p.name().equals(source.population()));
      assertThatThrownBy(
              () -> new TerminalCheck("it", kind.name(), without).require(design.terminals()))
          .hasMessageContaining("it has no population " + source);
    }
  }

  @Test
  void trialsDependOnTheirGeneratorAlone() {
    TaskDesign<?> design = TrainingSetup.design(small(kind));
    List<Input> trials = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      Input trial = input(design, i);
      assertThat(input(TrainingSetup.design(small(kind)), i)).isEqualTo(trial);
      assertThat(trial.steps()).isBetween(1, design.longestSteps());
      assertThat(trial.spikes()).hasSize(design.graph().inputs().length);
      design.graph().checkSignals(trial.signals());
      trials.add(trial);
    }
    assertThat(trials).doesNotHaveDuplicates();
  }

  private static Input input(TaskDesign<?> design, int i) {
    return design
        .task()
        .episodes()
        .episode(Seeds.generator(7, 0, i), EnvironmentEpisodes.silent(design.graph().sizes()))
        .input();
  }

  @Test
  void measuresHaveNamesThatTheLogHasRoomFor() {
    TaskDesign<?> design = TrainingSetup.design(small(kind));
    List<String> names = design.task().objective().measures().stream().map(Measure::name).toList();
    assertThat(names).doesNotContainAnyElementsOf(TAKEN).doesNotContain(names.getFirst() + "_100");
    List<? extends Judge<?>> judges = design.judges();
    assertThat(judges).extracting(Judge::name).doesNotHaveDuplicates();
    assertThat(judges.getFirst().name()).isEqualTo(judges.getFirst().measure().name());
  }

  @Test
  void itTrainsTheSameOnAnyNumberOfThreads() {
    TrainingSetup setup = TrainingSetup.of(small(kind));
    List<StepReport> want = new ArrayList<>();
    TrainerState alone = train(setup, 1, want);
    assertThat(want)
        .allMatch(r -> Double.isFinite(r.gradientNorm()) && !r.skipped())
        .anyMatch(r -> r.gradientNorm() > 0);
    for (StepReport report : want) {
      assertThat(report.measures().keySet())
          .containsExactlyElementsOf(setup.measures().stream().map(Measure::name).toList());
    }
    List<StepReport> got = new ArrayList<>();
    assertThat(train(setup, 3, got)).usingRecursiveComparison().isEqualTo(alone);
    assertThat(got).usingRecursiveComparison().isEqualTo(want);
  }

  private static TrainerState train(TrainingSetup setup, int threads, List<StepReport> reports) {
    try (Trainer trainer = new Trainer(setup.plan(), threads)) {
      for (int i = 0; i < 3; i++) {
        reports.add(trainer.step());
      }
      return trainer.state();
    }
  }

  @Test
  void itIsMeasuredTheSameOnAnyNumberOfThreads() {
    TrainingSetup setup = TrainingSetup.of(small(kind));
    Trials trials = new Trials(setup.design(), 1, -4, 8);
    EpisodeRunners runners = EpisodeRunners.of(setup.plan().initial());
    Measurement measured = Measurement.of(trials, runners, 1, bar());
    assertThat(measured.measured()).hasSameSizeAs(setup.design().judges());
    for (Measured one : measured.measured()) {
      Measure.Scale scale = one.measure().scale();
      assertThat(one.mean()).as(one.name()).isBetween(scale.low(), scale.high());
      assertThat(one.mean()).isBetween(one.interval().low(), one.interval().high());
    }
    assertThat(Measurement.of(trials, runners, 3, bar())).isEqualTo(measured);
  }

  private static Bar bar() {
    return new Bar(new PrintWriter(Writer.nullWriter()), "Trials", 8);
  }

  @Test
  void aRunTrainsResumesEvaluatesAndPlots() throws Exception {
    Path config = Files.writeString(folder.resolve("config.toml"), small(kind).toToml());
    Path run = folder.resolve("run");
    run("train", kind.name(), "--config", config, "--out", run);
    var whole = SmallRun.result(run);
    assertThat(whole).containsKeys("checkpoint-000000002.bin", "checkpoint-000000004.bin");
    Files.delete(run.resolve("checkpoint-000000004.bin"));
    Files.deleteIfExists(run.resolve("model.plastron"));
    run("train", "--resume", run);
    assertThat(SmallRun.result(run)).isEqualTo(whole);

    JsonObject root = run("evaluate", run, "--episodes", "4", "--json").json();
    assertThat(root.get("task").getAsString()).isEqualTo(kind.name());
    assertThat(root.keySet())
        .contains(
            TrainingSetup.design(small(kind)).judges().getFirst().measure().name(),
            "low95",
            "high95");
    CommandRun plot = run("plot", run, "--out", folder.resolve("figures"));
    assertThat(plot.out()).contains("learning-curve.png").contains("trial-");
  }

  private static CommandRun run(Object... words) {
    CommandRun run =
        CommandRun.of(Arrays.stream(words).map(Object::toString).toArray(String[]::new));
    assertThat(run.err()).isEmpty();
    // A few iterations may well learn nothing, which is 1.
    assertThat(run.exitCode()).isBetween(0, 1);
    return run;
  }
}
