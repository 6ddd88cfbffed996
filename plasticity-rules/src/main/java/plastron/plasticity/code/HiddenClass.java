package plastron.plasticity.code;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.Optional;
import java.util.function.Consumer;

/** A class without a name of its own, written by a few methods and loaded next to its interface. */
final class HiddenClass {

  /** HotSpot leaves longer methods to its interpreter. */
  private static final int LONGEST_COMPILED = 8000;

  private HiddenClass() {}

  /**
   * An object of a new class; empty if a method would be too long to be compiled.
   *
   * @param methods writes those of the target's contract
   */
  static Optional<Object> load(RowPassCode.Target<?> target, Consumer<ClassBuilder> methods) {
    byte[] bytes = write(target, methods);
    if (longestMethod(bytes) >= LONGEST_COMPILED) {
      return Optional.empty();
    }
    try {
      Lookup hidden = target.lookup().defineHiddenClass(bytes, true);
      return Optional.of(
          hidden
              .findConstructor(hidden.lookupClass(), MethodType.methodType(void.class))
              .asType(MethodType.methodType(Object.class))
              .invokeExact());
    } catch (Throwable e) {
      throw new IllegalStateException(
          "Code for %s cannot be loaded.".formatted(target.contract().getName()), e);
    }
  }

  private static byte[] write(RowPassCode.Target<?> target, Consumer<ClassBuilder> methods) {
    return ClassFile.of()
        .build(
            ClassDesc.of(target.contract().getPackageName(), "Generated"),
            c -> {
              c.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SYNTHETIC)
                  .withInterfaceSymbols(target.contract().describeConstable().orElseThrow())
                  .withMethodBody(
                      ConstantDescs.INIT_NAME,
                      ConstantDescs.MTD_void,
                      0,
                      code ->
                          code.aload(0)
                              .invokespecial(
                                  ConstantDescs.CD_Object,
                                  ConstantDescs.INIT_NAME,
                                  ConstantDescs.MTD_void)
                              .return_());
              methods.accept(c);
            });
  }

  private static int longestMethod(byte[] bytes) {
    return ClassFile.of().parse(bytes).methods().stream()
        .map(m -> m.findAttribute(Attributes.code()).orElseThrow())
        .mapToInt(CodeAttribute::codeLength)
        .max()
        .orElseThrow();
  }
}
