package plastron.loihi.program;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import plastron.loihi.rule.Variable;

/**
 * The traces that the learning engine makes of spikes.
 *
 * @param scales by variable; a trace that is missing stays zero
 */
public record ChipTraces(Map<Variable, TraceScale> scales) {

  /** All traces there are, those of pre neurons first. */
  public static final List<Variable> ALL =
      List.of(Variable.X1, Variable.X2, Variable.Y1, Variable.Y2, Variable.Y3);

  /** Leaves out what is off. */
  public ChipTraces {
    EnumMap<Variable, TraceScale> copy = new EnumMap<>(Variable.class);
    scales.forEach(
        (variable, scale) -> {
          if (!scale.isOff()) {
            copy.put(variable, scale);
          }
        });
    scales = Collections.unmodifiableMap(copy);
  }

  /** A trace, {@link TraceScale#OFF} if it stays zero. */
  public TraceScale of(Variable variable) {
    return scales.getOrDefault(variable, TraceScale.OFF);
  }
}
