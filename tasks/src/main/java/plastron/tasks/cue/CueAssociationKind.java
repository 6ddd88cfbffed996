package plastron.tasks.cue;

import java.util.List;
import java.util.function.Function;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.RunSettings;
import plastron.tasks.config.Setting;
import plastron.tasks.config.TaskKind;
import plastron.tasks.design.TaskDesign;

/** Noisy cue association, learned by reward. */
public final class CueAssociationKind implements TaskKind {

  @Override
  public String name() {
    return "cue-association";
  }

  @Override
  public String title() {
    return "Cue association";
  }

  @Override
  public String description() {
    return "Noisy cue association, by reward: which side had more cues?";
  }

  @Override
  public List<Setting<?>> settings() {
    return CueTable.ALL;
  }

  /**
   * The task's own, {@code noise-N}, {@code length-L}, {@code hardware-H}, the rule's, {@code
   * RULE-N}, {@code RULE-H} and {@code RULE-N-H}.
   */
  @Override
  public List<String> presets(Function<Setting.Choice, String> chosen) {
    String rule = chosen.apply(RunSettings.RULE);
    String noise = chosen.apply(CueTable.NOISE);
    String hardware = chosen.apply(RunSettings.HARDWARE);
    return List.of(
        name(),
        "noise-" + noise,
        "length-" + chosen.apply(CueTable.LENGTH),
        "hardware-" + hardware,
        rule,
        rule + "-" + noise,
        rule + "-" + hardware,
        rule + "-" + noise + "-" + hardware);
  }

  @Override
  public List<Setting.Choice> reported() {
    return List.of(RunSettings.RULE, CueTable.NOISE);
  }

  @Override
  public String caption(Configuration config) {
    return "%s, %s noise".formatted(config.get(RunSettings.RULE), config.get(CueTable.NOISE));
  }

  @Override
  public TaskDesign<?> design(Configuration config) {
    return CueTask.of(config);
  }
}
