package plastron.spinnaker.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import plastron.export.profile.RuleExplanation;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.rule.PlasticityRule;
import plastron.spinnaker.legal.CoreRule;
import plastron.spinnaker.legal.RuleReader;
import plastron.spinnaker.legal.UnplacedTermException;
import plastron.spinnaker.plasticity.PlasticKernel;
import plastron.spinnaker.plasticity.PreFactor;
import plastron.spinnaker.plasticity.Prediction;
import plastron.spinnaker.plasticity.TraceLoss;

/** Says what a rule becomes on a core. */
final class RuleWording {

  private RuleWording() {}

  static RuleExplanation explain(PlasticityRule rule) {
    try {
      CoreRule core = RuleReader.read(RuleDerivation.of(rule));
      return new RuleExplanation(
          true,
          core.trace()
              .map(t -> lines(core, t))
              .orElse(
                  List.of(
                      "w_eff = "
                          + core.weight()
                          + ", static rows: 20 instructions a synapse and spike")));
    } catch (UnplacedTermException e) {
      return new RuleExplanation(
          false, List.of("%s %s".formatted(e.code(), e.reason()), e.wayOut()));
    }
  }

  private static List<String> lines(CoreRule core, CoreRule.Trace trace) {
    List<String> lines = kernel(trace.kernel());
    lines.add("with eta = " + trace.decay() + ", gain = " + trace.gain());
    trace.sum().ifPresent(m -> lines.add("with M = %s.%s".formatted(m.weights(), m.rates())));
    trace.host().ifPresent(m -> lines.add("with M = %s".formatted(m.value())));
    Stream.of(trace.preThreshold(), trace.postThreshold())
        .flatMap(t -> t.flatMap(CoreRule.Threshold::state).stream())
        .forEach(s -> lines.add("with the threshold " + s + " following its rate"));
    lines.add(
        "w_eff[i][j] = sat((%s)[i][j] + rn((%s)[i][j] * %s[i][j], 15))"
            .formatted(core.weight(), trace.alpha(), trace.state()));
    lines.add(
        "sweep at the end of every interval%s: about %d instructions a synapse; 29 a synapse and spike; 8 bytes a synapse, at most 126 post neurons a core"
            .formatted(
                trace.kernel().prediction() == Prediction.SUMMED ? ", in two passes" : "",
                trace.kernel().prediction() == Prediction.SUMMED ? 40 : 20));
    return lines;
  }

  /** A kernel as statements, one a line; shifts are those of fractions, scales move them. */
  static List<String> kernel(PlasticKernel kernel) {
    List<String> lines = new ArrayList<>();
    switch (kernel.post()) {
      case RATE -> lines.add("P[j] = r_post[j]");
      case MODULATED_RATE -> {
        lines.add("M[j] = sat(rn(sum_q W_m[q][j] * m[q], 15))");
        lines.add("P[j] = sat(rn(M[j] * r_post[j], 15))");
      }
      case HOST_MODULATED_RATE -> {
        lines.add("M[j] = sat(written by the host)");
        lines.add("P[j] = sat(rn(M[j] * r_post[j], 15))");
      }
      case SLIDING_THRESHOLD -> {
        lines.add("P[j] = sat(rn(r_post[j] * (r_post[j] - theta[j]), 15))");
        lines.add(
            "theta[j] = rn(theta[j] * (65536 - eta_theta) + sat(rn(r_post[j] * r_post[j], 15)) *"
                + " eta_theta, 16)");
      }
    }
    switch (kernel.pre()) {
      case RATE -> lines.add("G[i] = rn(gain * r_pre[i], 15)");
      case SLIDING_THRESHOLD -> {
        lines.add("b[i] = sat(rn(r_pre[i] * (r_pre[i] - (phi[i] + psi[i])), 15))");
        lines.add("G[i] = rn(gain * b[i], 15)");
        lines.add("phi[i] = rn(phi[i] * (65536 - eta_phi) + r_pre[i] * eta_phi, 16)");
      }
    }
    String keep =
        kernel.decay() == TraceLoss.CONSTANT
            ? "65536 - eta"
            : "65536 - rn(eta * r_post[j] * r_post[j], 30)";
    boolean apart = kernel.pre() != PreFactor.RATE;
    String product = "P[j] * G[i]";
    if (kernel.prediction() == Prediction.PER_SYNAPSE) {
      if (apart) {
        keep += " - rn(gain * r_pre[i] * r_pre[i], 30)";
      } else {
        lines.add("t[i][j] = sat(P[j] - rn(E[i][j] * r_pre[i], 15))");
        product = "t[i][j] * G[i]";
      }
    } else if (kernel.prediction() == Prediction.SUMMED) {
      String sum = "sat(rn(sum_i E[i][j] * r_pre[i], 15))";
      if (apart) {
        lines.add("p[j] = " + sum);
        lines.add("H[i] = rn(gain * r_pre[i], 15)");
        product += " - p[j] * H[i]";
      } else {
        lines.add("t[j] = sat(P[j] - %s)".formatted(sum));
        product = "t[j] * G[i]";
      }
    }
    lines.add("E[i][j] = sat(rn(E[i][j] * (%s) + %s, 16))".formatted(keep, product));
    return lines;
  }
}
