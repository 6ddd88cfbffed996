package plastron.export.profile;

import plastron.core.network.Kernel;

/** Kinds of response kernels, as far as chips tell them apart. */
public enum KernelForm {
  /** The spike acts in one step only. */
  DELTA,
  /** Exponential decay. */
  EXPONENTIAL,
  /** SLAYER's alpha function. */
  ALPHA,
  /** Any finite list of values. */
  FINITE;

  /** The form of a kernel. */
  public static KernelForm of(Kernel kernel) {
    return switch (kernel) {
      case Kernel.Delta delta -> DELTA;
      case Kernel.Exponential exponential -> EXPONENTIAL;
      case Kernel.Alpha alpha -> ALPHA;
      case Kernel.Finite finite -> FINITE;
    };
  }
}
