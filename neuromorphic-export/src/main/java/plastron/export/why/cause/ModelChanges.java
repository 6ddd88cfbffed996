package plastron.export.why.cause;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;

/**
 * What of a model's form its chip has otherwise, each change alone. The numbers stay the model's.
 *
 * @param model as it was trained
 * @param form in the chip's form
 */
public record ModelChanges(PlasticModel model, PlasticModel form) {

  private static final String WHOLE = "the whole network";

  /** The changed models by cause; none where the model has the chip's form. */
  public Map<Cause, PlasticModel> each() {
    Map<Cause, PlasticModel> changed = new LinkedHashMap<>();
    PlasticGraph graph = model.graph();
    Clock clock = graph.clock();
    int interval = form.graph().clock().updateInterval();
    PlasticModel later = model.withProjections(later());
    if (interval != clock.updateInterval()) {
      Clock other = new Clock(interval, clock.rates(), clock.referenceRate());
      changed.put(new Cause(ChipOperation.EPOCH, WHOLE, -1), with(graph.projections(), other));
    }
    if (!later.graph().projections().equals(graph.projections())) {
      changed.put(new Cause(ChipOperation.LATENCY, WHOLE, -1), later);
    }
    Clock kept = form.graph().clock();
    Clock others = new Clock(clock.updateInterval(), kept.rates(), kept.referenceRate());
    if (!others.equals(clock) || !form.graph().projections().equals(later.graph().projections())) {
      changed.put(new Cause(ChipOperation.FORM, WHOLE, -1), form);
    }
    return changed;
  }

  private PlasticModel with(List<PlasticProjection> projections, Clock clock) {
    PlasticGraph graph = model.graph();
    return model.with(
        new PlasticGraph(graph.populations(), projections, List.of(), List.of(), clock));
  }

  private List<PlasticProjection> later() {
    List<PlasticProjection> later = new ArrayList<>();
    for (int l = 0; l < model.graph().projections().size(); l++) {
      PlasticProjection p = model.graph().projections().get(l);
      later.add(
          new PlasticProjection(
              p.name(),
              p.from(),
              p.to(),
              p.connectivity(),
              p.kernel(),
              p.delivery(),
              p.place(),
              form.graph().projections().get(l).latency(),
              p.rule(),
              p.sources(),
              p.parameters()));
    }
    return later;
  }
}
