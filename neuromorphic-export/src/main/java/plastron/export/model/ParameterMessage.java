package plastron.export.model;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import plastron.export.proto.ParameterProto;

/** The parameters of a rule as Protobuf messages. */
final class ParameterMessage {

  private ParameterMessage() {}

  static List<ParameterProto> write(Map<String, double[][]> parameters) {
    return parameters.entrySet().stream().map(p -> write(p.getKey(), p.getValue())).toList();
  }

  private static ParameterProto write(String name, double[][] values) {
    ParameterProto.Builder message =
        ParameterProto.newBuilder().setName(name).setRows(values.length);
    if (Arrays.stream(values).allMatch(row -> row.length > 0 && row.length == values[0].length)) {
      message.setColumns(values[0].length);
    } else {
      Arrays.stream(values).forEach(row -> message.addLengths(row.length));
    }
    Arrays.stream(values).flatMapToDouble(Arrays::stream).forEach(message::addValues);
    return message.build();
  }

  /** Throws {@link IllegalArgumentException} if a message holds something else than its shape. */
  static Map<String, double[][]> read(List<ParameterProto> messages) {
    Map<String, double[][]> parameters = new LinkedHashMap<>();
    for (ParameterProto parameter : messages) {
      if (parameters.put(parameter.getName(), read(parameter)) != null) {
        throw new IllegalArgumentException(
            "Parameter %s stands twice.".formatted(parameter.getName()));
      }
    }
    return parameters;
  }

  private static double[][] read(ParameterProto message) {
    int rows = message.getRows();
    int columns = message.getColumns();
    if (message.getLengthsCount() > 0) {
      return rows(message);
    }
    if (rows < 1 || columns < 1 || (long) rows * columns != message.getValuesCount()) {
      throw new IllegalArgumentException(
          "Parameter %s (%d values) must have %d rows of %d."
              .formatted(message.getName(), message.getValuesCount(), rows, columns));
    }
    return cut(message, IntStream.range(0, rows).map(row -> columns).toArray());
  }

  private static double[][] rows(ParameterProto message) {
    int[] lengths = message.getLengthsList().stream().mapToInt(Integer::intValue).toArray();
    long sum = 0;
    for (int length : lengths) {
      if (length < 0) {
        throw new IllegalArgumentException(
            "Row of parameter %s (%s values) cannot have so many."
                .formatted(message.getName(), Integer.toUnsignedString(length)));
      }
      sum += length;
    }
    if (lengths.length != message.getRows() || sum != message.getValuesCount()) {
      throw new IllegalArgumentException(
          "Parameter %s (%d values) must have %d in %d rows."
              .formatted(message.getName(), message.getValuesCount(), sum, message.getRows()));
    }
    return cut(message, lengths);
  }

  private static double[][] cut(ParameterProto message, int[] lengths) {
    double[][] values = new double[lengths.length][];
    int next = 0;
    for (int j = 0; j < lengths.length; j++) {
      values[j] = new double[lengths[j]];
      for (int i = 0; i < lengths[j]; i++) {
        values[j][i] = message.getValues(next++);
      }
    }
    return values;
  }
}
