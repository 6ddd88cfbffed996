package plastron.plasticity.run;

/** A rule that acts at the end of every full window. Owned by one thread. */
final class WindowedRule {

  private final SiteFrame frame;
  private final int interval;
  private final GivenSignals signals;
  private final RunningModules modules;
  private int stepOfWindow;
  private int windows;

  WindowedRule(SiteFrame frame, int interval, GivenSignals signals, RunningModules modules) {
    this.frame = frame;
    this.interval = interval;
    this.signals = signals;
    this.modules = modules;
  }

  void reset() {
    frame.reset();
    stepOfWindow = 0;
    windows = 0;
  }

  /** A step has ended; returns whether the rule has acted. */
  boolean endStep() {
    stepOfWindow++;
    if (stepOfWindow < interval) {
      return false;
    }
    stepOfWindow = 0;
    frame.readSignals(signals, modules, windows);
    windows++;
    if (frame.updates()) {
      frame.update();
    }
    return true;
  }

  /** Whether the end of a window changes anything. */
  boolean updates() {
    return frame.updates();
  }

  /** Computes the effective weights. {@code out} is overwritten. */
  void weights(float[][] out) {
    frame.weights(out);
  }
}
