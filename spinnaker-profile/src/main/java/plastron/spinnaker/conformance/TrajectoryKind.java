package plastron.spinnaker.conformance;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Set;
import plastron.export.conformance.BrokenVectorException;
import plastron.export.conformance.Comparison;
import plastron.export.conformance.ConformanceKind;
import plastron.export.conformance.ConformanceResult;
import plastron.export.conformance.VectorReader;
import plastron.spinnaker.plasticity.PlasticRows;
import plastron.spinnaker.program.RateProgram;

/**
 * Differentiable-plasticity trajectories (section 6 of the SpiNNaker reference data): rate unit,
 * and E, phi, M and effective weights after every interval, exactly; and the largest errors against
 * double precision, within 1e-9. The error of the effective weights is left out where one
 * saturated, as the reference data does not say what the float rule does there.
 */
public final class TrajectoryKind implements ConformanceKind {

  private static final Set<String> FIELDS =
      Set.of(
          "rule",
          "eta_u016",
          "eta_phi_u016",
          "psi_s015",
          "W_s015",
          "alpha_s015",
          "rate_unit",
          "trajectory");
  private static final double ERROR_TOLERANCE = 1e-9;

  /** For {@link java.util.ServiceLoader}. */
  public TrajectoryKind() {}

  @Override
  public String name() {
    return "spinnaker/plasticity";
  }

  @Override
  public boolean recognises(JsonObject document) {
    return CaseFields.some(document, FIELDS, 4)
        || (document.has("layout") && document.has("status"));
  }

  @Override
  public ConformanceResult check(JsonObject document) {
    Comparison comparison = new Comparison();
    for (VectorReader reader : VectorReader.of(document).cases()) {
      comparison.nextCase();
      checkCase(reader, PlasticityCase.read(reader), comparison);
    }
    return comparison.result();
  }

  private static void checkCase(VectorReader reader, PlasticityCase given, Comparison comparison) {
    String place = reader.place();
    comparison.exact(
        RateProgram.unit(given.steps()), given.rateUnit(), () -> place + ", rate_unit");
    List<VectorReader> trajectory = reader.objects("trajectory");
    int intervals = reader.integer("intervals", 1, Integer.MAX_VALUE);
    if (trajectory.size() != intervals) {
      throw new BrokenVectorException(
          "%s, trajectory (%d elements) should be an array of %d"
              .formatted(place, trajectory.size(), intervals));
    }
    PlasticRows layer = given.layer();
    PlasticityFloat reference = new PlasticityFloat(given);
    for (int k = 0; k < intervals; k++) {
      VectorReader interval = trajectory.get(k);
      int[] pre = interval.ints("pre_count", given.nPre(), 0, RateProgram.MAX_STEPS);
      int[] post = interval.ints("post_count", given.nPost(), 0, RateProgram.MAX_STEPS);
      int[] postRates = given.rates(post);
      layer.endInterval(given.rates(pre), postRates, postRates);
      reference.endInterval(pre, post, layer);
      checkState(place + ", interval " + k, interval, given, layer, comparison);
    }
    checkError(reader, "max_abs_E_error_vs_float64", reference.eligibilityError(), comparison);
    double stated = reader.number("max_abs_weff_error_vs_float64");
    if (layer.saturations().weights() == 0) {
      checkError(reader, "max_abs_weff_error_vs_float64", reference.weightError(), comparison);
    } else if (stated < 0) {
      throw new BrokenVectorException(
          "%s, largest error (%s) should be at least 0".formatted(place, stated));
    }
  }

  private static void checkError(
      VectorReader reader, String field, double got, Comparison comparison) {
    double want = reader.number(field);
    comparison.within(Math.abs(got - want), ERROR_TOLERANCE, () -> reader.place() + ", " + field);
  }

  private static void checkState(
      String place,
      VectorReader want,
      PlasticityCase given,
      PlasticRows layer,
      Comparison comparison) {
    int nPre = given.nPre();
    int nPost = given.nPost();
    int[] eligibility = PlasticityCase.values(want, "E", nPre * nPost);
    int[] weights = PlasticityCase.values(want, "w_eff", nPre * nPost);
    int[] phi = PlasticityCase.values(want, "phi", nPre);
    for (int j = 0; j < nPost; j++) {
      for (int i = 0; i < nPre; i++) {
        int at = j * nPre + i;
        comparison.exact(
            layer.eligibility(i, j), eligibility[at], () -> "%s, E[%d]".formatted(place, at));
        comparison.exact(
            layer.effectiveRow(i)[j], weights[at], () -> "%s, w_eff[%d]".formatted(place, at));
      }
    }
    for (int i = 0; i < nPre; i++) {
      int at = i;
      comparison.exact(layer.phi(i), phi[i], () -> "%s, phi[%d]".formatted(place, at));
    }
    if (given.kernel().modulated()) {
      int[] modulator = PlasticityCase.values(want, "M", nPost);
      for (int j = 0; j < nPost; j++) {
        int at = j;
        comparison.exact(layer.modulator(j), modulator[j], () -> "%s, M[%d]".formatted(place, at));
      }
    } else if (!want.element("M").isJsonNull()) {
      throw new BrokenVectorException(
          want.place() + ", M should be null for a rule without modulation");
    }
  }
}
