package plastron.export.model;

import plastron.export.proto.ClampProto;
import plastron.export.proto.FunctionProto;
import plastron.plasticity.expr.Function;

/** A function of a signal as a Protobuf message. */
final class FunctionMessage {

  private FunctionMessage() {}

  static FunctionProto write(Function function) {
    FunctionProto.Builder message = FunctionProto.newBuilder();
    switch (function) {
      case Function.Tanh f -> message.setTanh(true);
      case Function.Sigmoid f -> message.setSigmoid(true);
      case Function.Clamp(double low, double high) ->
          message.setClamp(ClampProto.newBuilder().setLow(low).setHigh(high));
      case Function.PositivePart f -> message.setPositivePart(true);
    }
    return message.build();
  }

  /** Throws {@link IllegalArgumentException} if the message holds no function. */
  static Function read(FunctionProto message) {
    return switch (message.getKindCase()) {
      case TANH -> new Function.Tanh();
      case SIGMOID -> new Function.Sigmoid();
      case CLAMP -> new Function.Clamp(message.getClamp().getLow(), message.getClamp().getHigh());
      case POSITIVE_PART -> new Function.PositivePart();
      case KIND_NOT_SET ->
          throw new IllegalArgumentException("Function (nothing) must be one of four kinds.");
    };
  }
}
