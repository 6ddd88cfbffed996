package plastron.export.model;

import plastron.core.network.Kernel;
import plastron.export.proto.KernelProto;
import plastron.export.proto.TapsProto;

/** A kernel as a Protobuf message. */
final class KernelMessage {

  private KernelMessage() {}

  static KernelProto write(Kernel kernel) {
    KernelProto.Builder message = KernelProto.newBuilder();
    switch (kernel) {
      case Kernel.Delta delta -> message.setDelta(true);
      case Kernel.Exponential exponential -> message.setExponentialTau(exponential.tauSteps());
      case Kernel.Alpha alpha -> message.setAlphaTau(alpha.tauSteps());
      case Kernel.Finite finite -> {
        TapsProto.Builder taps = TapsProto.newBuilder();
        for (int k = 0; k < finite.stateCount(); k++) {
          taps.addTaps(finite.at(k));
        }
        message.setFinite(taps);
      }
    }
    return message.build();
  }

  /** Throws {@link IllegalArgumentException} if the message holds no valid kernel. */
  static Kernel read(KernelProto message) {
    return switch (message.getKindCase()) {
      case DELTA -> new Kernel.Delta();
      case EXPONENTIAL_TAU -> new Kernel.Exponential(message.getExponentialTau());
      case ALPHA_TAU -> new Kernel.Alpha(message.getAlphaTau());
      case FINITE ->
          new Kernel.Finite(
              message.getFinite().getTapsList().stream()
                  .mapToDouble(Double::doubleValue)
                  .toArray());
      case KIND_NOT_SET ->
          throw new IllegalArgumentException("Kernel (nothing) must be one of four kinds.");
    };
  }
}
