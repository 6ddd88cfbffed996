package plastron.slayer.f64;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import plastron.core.spikes.SpikeRaster;
import plastron.slayer.sweep.SpikeEvents;

/** What the numbers in the arrays of an object take, found by looking at all its fields. */
final class ArraysOf {

  private final Predicate<Object> looksInto;
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private ArraysOf(Predicate<Object> looksInto) {
    this.looksInto = looksInto;
  }

  /**
   * Bytes of all numbers in arrays, references not counted.
   *
   * @param looksInto whether the fields of an object are looked at; arrays and lists always are
   */
  static long bytes(Object object, Predicate<Object> looksInto) {
    return new ArraysOf(looksInto).bytes(object);
  }

  /** Whether an object is a tape or a part of one. */
  static boolean isPartOfATape(Object object) {
    return object instanceof SpikeRaster
        || object instanceof SpikeEvents
        || object.getClass().getSimpleName().contains("Tape");
  }

  private long bytes(Object object) {
    if (object == null || !seen.add(object)) {
      return 0;
    }
    long sum = 0;
    if (object instanceof List<?> list) {
      for (Object element : list) {
        sum += bytes(element);
      }
    } else if (object.getClass().isArray()) {
      for (int i = 0; i < Array.getLength(object); i++) {
        sum += sizeOf(object.getClass().componentType());
        if (object instanceof Object[] elements) {
          sum += bytes(elements[i]);
        }
      }
    } else if (looksInto.test(object)) {
      for (Field field : object.getClass().getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
          field.setAccessible(true);
          try {
            sum += bytes(field.get(object));
          } catch (IllegalAccessException e) {
            throw new AssertionError(e);
          }
        }
      }
    }
    return sum;
  }

  private static long sizeOf(Class<?> component) {
    if (component == double.class || component == long.class) {
      return Long.BYTES;
    }
    return component == float.class || component == int.class ? Integer.BYTES : 0;
  }
}
