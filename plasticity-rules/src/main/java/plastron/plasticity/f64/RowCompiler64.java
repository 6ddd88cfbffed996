package plastron.plasticity.f64;

import java.lang.invoke.MethodHandles;
import java.util.Optional;
import plastron.plasticity.code.RowPassCode;
import plastron.plasticity.derive.RowChain;
import plastron.plasticity.derive.RowPlan;

/** How plans become passes. */
interface RowCompiler64 {

  /** Plain loops. */
  RowCompiler64 PLAIN = PlainRowPass64::new;

  /** The fastest code on this machine, with the bits of the plain loops. */
  RowCompiler64 FASTEST = Kernels64.FASTEST instanceof PlainKernels64 ? PLAIN : new Generating();

  /**
   * The pass for a plan.
   *
   * @param columns length of a row
   */
  RowPass64 pass(RowPlan plan, int columns);

  /**
   * The walk for a chain, if it has one of its own.
   *
   * @param columns length of a row
   */
  default Optional<RowChain64> chain(RowChain chain, int columns) {
    return Optional.empty();
  }

  /** Writes classes. What would be too long for HotSpot's compilers runs in plain loops. */
  final class Generating implements RowCompiler64 {

    private Generating() {}

    @Override
    public RowPass64 pass(RowPlan plan, int columns) {
      return RowPassCode.of(target(RowPass64.class), plan, columns)
          .orElseGet(() -> PLAIN.pass(plan, columns));
    }

    @Override
    public Optional<RowChain64> chain(RowChain chain, int columns) {
      return RowPassCode.of(target(RowChain64.class), chain, columns);
    }

    private static <T> RowPassCode.Target<T> target(Class<T> contract) {
      return new RowPassCode.Target<>(
          contract, MethodHandles.lookup(), double.class, Lanes64.class, Lanes64.SPECIES.length());
    }
  }
}
