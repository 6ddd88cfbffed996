package plastron.plasticity.f64.row;

import java.lang.invoke.MethodHandles;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import plastron.plasticity.code.RowPassCode;
import plastron.plasticity.derive.RowChain;
import plastron.plasticity.derive.RowPlan;
import plastron.plasticity.f64.kernel.Kernels64;
import plastron.plasticity.f64.kernel.Lanes64;
import plastron.plasticity.f64.kernel.PlainKernels64;

/** How plans become passes. */
public interface RowCompiler64 {

  /** Plain loops. */
  RowCompiler64 PLAIN = PlainRowPass64::new;

  /** The fastest code on this machine, with the bits of the plain loops. */
  RowCompiler64 FASTEST = Kernels64.FASTEST instanceof PlainKernels64 ? PLAIN : new Generating();

  /**
   * The pass for a plan.
   *
   * @param columns length of a row; the pass serves shorter rows as well, down to those just longer
   *     than {@link RowPassCode#SHORT_ROW}
   */
  RowPass64 pass(RowPlan plan, int columns);

  /**
   * The walk for a chain, if it has one of its own.
   *
   * @param columns see {@link #pass}
   */
  default Optional<RowChain64> chain(RowChain chain, int columns) {
    return Optional.empty();
  }

  /** Writes classes. What would be too long for HotSpot's compilers runs in plain loops. */
  final class Generating implements RowCompiler64 {

    private static final System.Logger LOG = System.getLogger(RowCompiler64.class.getName());

    /** Names of rules that have been complained about. */
    private static final Set<String> TOO_LONG = ConcurrentHashMap.newKeySet();

    private Generating() {}

    @Override
    public RowPass64 pass(RowPlan plan, int columns) {
      return RowPassCode.of(target(RowPass64.class), plan, columns)
          .orElseGet(() -> tooLong(plan, columns));
    }

    private static RowPass64 tooLong(RowPlan plan, int columns) {
      String name = plan.rule().rule().name();
      if (TOO_LONG.add(name)) {
        LOG.log(
            System.Logger.Level.WARNING,
            "Rule {0} has a formula too long for compiled code: it is evaluated term by term, many"
                + " times slower. Maybe it can be split into signals.",
            name);
      }
      return PLAIN.pass(plan, columns);
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
