package plastron.export.nir.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plastron.core.network.Projection;
import plastron.core.network.SynapseRows;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Role;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.model.RuleSite;
import plastron.plasticity.run.PlasticNetwork;

/**
 * The effective weights of the start of an episode. Where a rule's weight is a parameter, they are
 * that parameter; otherwise they have the single precision in which networks run.
 */
public final class StartWeights {

  private StartWeights() {}

  /** The parameter that the effective weights of a rule are, if they are one. */
  public static Optional<String> parameter(RuleSite site) {
    return site.rule().weight() instanceof Expr.Ref(var symbol)
            && symbol.role() == Role.PARAMETER
            && symbol.axis() == Axis.SYNAPSE
        ? Optional.of(symbol.name())
        : Optional.empty();
  }

  /**
   * The weights of every projection, {@code [projection][post][pre]}, 0 where there is no synapse.
   *
   * @throws ArithmeticException if they are no numbers of single precision
   */
  static double[][][] of(PlasticModel model) {
    List<PlasticProjection> projections = model.graph().projections();
    List<Projection> start = new ArrayList<>(PlasticNetwork.of(model).projections());
    double[][][] weights = new double[projections.size()][][];
    for (int p = 0; p < weights.length; p++) {
      PlasticProjection projection = projections.get(p);
      Optional<double[][]> exact = parameter(projection).map(projection::parameter);
      float[][] single = start.get(p).weights();
      int pre = model.graph().pre(projection);
      int post = model.graph().population(projection.to()).size();
      Optional<SynapseRows> sparse = model.graph().sparse(projection);
      weights[p] = new double[post][pre];
      for (int j = 0; j < pre; j++) {
        int count = sparse.isPresent() ? sparse.get().degree(j) : post;
        for (int k = 0; k < count; k++) {
          int i = sparse.isPresent() ? sparse.get().targets()[sparse.get().begin(j) + k] : k;
          weights[p][i][j] = exact.isPresent() ? exact.get()[j][k] : single[j][k];
        }
      }
    }
    return weights;
  }
}
