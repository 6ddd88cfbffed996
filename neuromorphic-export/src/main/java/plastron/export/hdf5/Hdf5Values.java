package plastron.export.hdf5;

import io.jhdf.api.Dataset;
import io.jhdf.object.datatype.EnumDataType;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import plastron.export.hdf5.Hdf5Reader.UnreadableException;

/** The values of an array as jHDF gives them. */
final class Hdf5Values {

  private Hdf5Values() {}

  /** Throws {@link UnreadableException} for values of another kind. */
  static Hdf5Array of(Dataset dataset, String name) {
    List<Integer> shape = Arrays.stream(dataset.getDimensions()).boxed().toList();
    Class<?> type = MethodType.methodType(dataset.getJavaType()).unwrap().returnType();
    Object data = dataset.isEmpty() ? null : flat(dataset);
    if (data == null) {
      data = Array.newInstance(type.isPrimitive() ? type : Object.class, 0);
      shape = shape.contains(0) ? shape : List.of(0);
    }
    int size = Array.getLength(data);
    if (dataset.getDataType() instanceof EnumDataType) {
      return flag(data, size, name);
    }
    if (type == double.class || type == float.class) {
      double[] values = new double[size];
      Object from = data;
      Arrays.setAll(values, k -> ((Number) Array.get(from, k)).doubleValue());
      return new Hdf5Array.Reals(shape, values, type == float.class);
    }
    if (type == BigInteger.class || (type.isPrimitive() && type != boolean.class)) {
      long[] values = new long[size];
      Object from = data;
      Arrays.setAll(values, k -> whole(Array.get(from, k), name));
      return new Hdf5Array.Integers(shape, values);
    }
    if (type == String.class) {
      List<String> values = new ArrayList<>();
      for (int k = 0; k < size; k++) {
        values.add(String.valueOf(Array.get(data, k)));
      }
      return new Hdf5Array.Texts(shape, values, 0);
    }
    throw new UnreadableException(
        "holds an array (%s) of a type that is not read, expected numbers or texts"
            .formatted(name));
  }

  private static Object flat(Dataset dataset) {
    Object data = dataset.getDataFlat();
    if (data.getClass().isArray()) {
      return data;
    }
    Object one = Array.newInstance(data.getClass(), 1);
    Array.set(one, 0, data);
    return one;
  }

  private static long whole(Object value, String name) {
    try {
      return value instanceof BigInteger big ? big.longValueExact() : ((Number) value).longValue();
    } catch (ArithmeticException e) {
      throw new UnreadableException(
          "holds an array (%s) with integer %s, expected at most 64 bits".formatted(name, value));
    }
  }

  private static Hdf5Array flag(Object data, int size, String name) {
    String value = size == 1 ? String.valueOf(Array.get(data, 0)) : "";
    if (!value.equals("TRUE") && !value.equals("FALSE")) {
      throw new UnreadableException(
          "holds an array (%s) of an enumeration, expected a single truth value".formatted(name));
    }
    return new Hdf5Array.Flag(value.equals("TRUE"));
  }
}
