package plastron.plasticity.code;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles.Lookup;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import plastron.plasticity.code.instruction.ElementType;
import plastron.plasticity.code.instruction.RowCode;
import plastron.plasticity.code.instruction.ScalarCode;
import plastron.plasticity.code.instruction.VectorCode;
import plastron.plasticity.derive.RowChain;
import plastron.plasticity.derive.RowPlan;

/**
 * The classes of plans and chains, kept once they are written.
 *
 * <p>The class of a plan implements an interface of the caller with two methods, {@code
 * forward(value, out)} and {@code reverse(value, outAdjoint, adjoint)}, that of a chain one with
 * {@code forward(value, next, weight)} and {@code reverse(value, next, weightAdjoint, adjoint)}.
 * Weights and their adjoints are matrices of the element type, everything else an array of
 * matrices. A class loads every array entry once, works in registers in exactly the order of
 * operations that {@link plastron.plasticity.derive.RowForm}, {@link
 * plastron.plasticity.derive.RowReverse} and {@link RowChain} give, and stores every result once.
 * Its objects have no state.
 */
public final class RowPassCode {

  /**
   * Rows of at most so many columns are worked on column by column, by a class for rows of this
   * length alone; the class for longer rows serves all lengths.
   */
  public static final int SHORT_ROW = 4;

  /** In products of factors, forwards and in reverse; code far longer than what is compiled. */
  private static final int LONGEST_WRITTEN = 4000;

  private static final int KEPT = 256;

  private static final int ANY_LENGTH = 0;

  /**
   * @param plan a {@link RowPlan} or a {@link RowChain}
   * @param rowLength of short rows, or {@link #ANY_LENGTH}
   */
  private record Key(Class<?> contract, Object plan, int rowLength) {}

  private static final Map<Key, Optional<Object>> LOADED =
      Collections.synchronizedMap(
          new LinkedHashMap<>(KEPT, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, Optional<Object>> eldest) {
              return size() > KEPT;
            }
          });

  private RowPassCode() {}

  /**
   * What the generated class uses of its surroundings.
   *
   * @param contract the interface
   * @param lookup full access to the interface's package, where the class is put
   * @param element {@code float.class} or {@code double.class}
   * @param lanes public class with {@code SPECIES} and its shuffles {@code BY_1}, {@code BY_2} and
   *     so on: lane i takes lane i + 1, i + 2 ..., cyclically
   * @param laneCount entries of a vector, a divisor of 16
   */
  public record Target<T>(
      Class<T> contract, Lookup lookup, Class<?> element, Class<?> lanes, int laneCount) {}

  /**
   * The class of a plan, ready to use; empty if its code would be too long to be compiled.
   *
   * @param columns length of a row
   */
  public static <T> Optional<T> of(Target<T> target, RowPlan plan, int columns) {
    return of(
        target,
        plan,
        columns,
        products(plan),
        (c, row) -> {
          ClassDesc arrays = ElementType.of(target.element()).scalar.arrayType(3);
          method(
              c,
              "forward",
              List.of(arrays, arrays),
              code -> new ForwardMethod(row.apply(code), plan));
          method(
              c,
              "reverse",
              List.of(arrays, arrays, arrays),
              code -> new ReverseMethod(row.apply(code), plan));
        });
  }

  /**
   * The class of a chain, ready to use; empty if its code would be too long to be compiled.
   *
   * @param columns length of a row
   */
  public static <T> Optional<T> of(Target<T> target, RowChain chain, int columns) {
    return of(
        target,
        chain,
        columns,
        products(chain.update()) + products(chain.weight()),
        (c, row) -> {
          ClassDesc scalar = ElementType.of(target.element()).scalar;
          ClassDesc arrays = scalar.arrayType(3);
          ClassDesc matrix = scalar.arrayType(2);
          method(
              c,
              "forward",
              List.of(arrays, arrays, matrix),
              code -> new ChainForwardMethod(row.apply(code), chain));
          method(
              c,
              "reverse",
              List.of(arrays, arrays, matrix, arrays),
              code -> new ChainReverseMethod(row.apply(code), chain));
        });
  }

  private static <T> Optional<T> of(
      Target<T> target,
      Object plan,
      int columns,
      int products,
      BiConsumer<ClassBuilder, Function<CodeBuilder, RowCode>> methods) {
    ElementType type = ElementType.of(target.element());
    Optional<Object> pass = Optional.empty();
    if (columns <= SHORT_ROW && columns * products <= LONGEST_WRITTEN) {
      pass =
          kept(
              new Key(target.contract(), plan, columns),
              () ->
                  HiddenClass.load(
                      target, c -> methods.accept(c, code -> new ScalarCode(code, type, columns))));
    }
    if (pass.isEmpty() && products <= LONGEST_WRITTEN) {
      pass =
          kept(
              new Key(target.contract(), plan, ANY_LENGTH),
              () ->
                  HiddenClass.load(
                      target,
                      c ->
                          methods.accept(
                              c,
                              code ->
                                  new VectorCode(code, type, target.lanes(), target.laneCount()))));
    }
    return pass.map(target.contract()::cast);
  }

  private static Optional<Object> kept(Key key, Supplier<Optional<Object>> load) {
    return LOADED.computeIfAbsent(key, k -> load.get());
  }

  /** A term of n factors has up to n derivatives of as many factors. */
  private static int products(RowPlan plan) {
    return plan.outputs().stream()
        .flatMap(o -> o.value().terms().stream())
        .mapToInt(t -> (1 + t.factors().size()) * (1 + t.factors().size()))
        .sum();
  }

  private static void method(
      ClassBuilder c,
      String name,
      List<ClassDesc> parameters,
      Function<CodeBuilder, RowMethod> body) {
    c.withMethodBody(
        name,
        MethodTypeDesc.of(ConstantDescs.CD_void, parameters),
        ClassFile.ACC_PUBLIC,
        code -> body.apply(code).write());
  }
}
