package plastron.plasticity.kit;

import net.jqwik.api.SampleReportingFormat;

/** Has jqwik report the values of this project as code; found by the service loader. */
public final class PastedSamples implements SampleReportingFormat {

  @Override
  public boolean appliesTo(Object value) {
    return Pasted.isPossible(value);
  }

  @Override
  public Object report(Object value) {
    return SampleReportingFormat.plainLabel("\n" + Pasted.of(value));
  }
}
