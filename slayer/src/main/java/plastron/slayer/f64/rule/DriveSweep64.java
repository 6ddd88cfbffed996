package plastron.slayer.f64.rule;

import java.util.Arrays;
import plastron.plasticity.f64.kernel.Kernels64;

/** One drive of a population, forwards and backwards over one window after another. */
public final class DriveSweep64 {

  private static final Kernels64 KERNELS = Kernels64.FASTEST;

  public final SiteSweep64 site;

  private final SiteForm64 form;

  public DriveSweep64(SiteForm64 form) {
    this.form = form;
    site = new SiteSweep64(form);
  }

  /** An empty tape. */
  public SiteTape64 tape() {
    return new SiteTape64(form, 0);
  }

  /** Adds what is driven in window {@code w} of the tape, visited in order, to {@code row}. */
  public void forward(SiteTape64 tape, int w, double[] row) {
    KERNELS.add(row, site.rule.weightInOrder(tape, w)[0]);
  }

  /** Adds what was driven in window {@code w} of the tape to {@code row}. */
  public void again(SiteTape64 tape, int w, double[] row) {
    KERNELS.add(row, site.rule.weight(tape, w)[0]);
  }

  /**
   * The reverse of {@link #forward}.
   *
   * @param adjoint of what was driven, not modified
   * @param first whether this is the first window that adjoints reach
   */
  public void backward(SiteTape64 tape, int w, double[] adjoint, boolean first) {
    double[] sum = site.rule.weightAdjoint()[0];
    if (!site.rule.isDirect()) {
      Arrays.fill(sum, 0);
    }
    KERNELS.add(sum, adjoint);
    site.rule.spread(tape, w, first);
  }
}
