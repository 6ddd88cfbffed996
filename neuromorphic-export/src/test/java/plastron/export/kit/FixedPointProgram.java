package plastron.export.kit;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.HexFormat;
import plastron.export.image.BrokenImageException;
import plastron.export.model.RuleMessage;
import plastron.export.proto.RuleProto;
import plastron.plasticity.rule.PlasticityRule;

/**
 * What a {@link FixedPointChip} executes for a layer.
 *
 * @param rule its declaration, see {@link #text}
 * @param theta threshold in 2^-16
 * @param membraneDecay in 2^-16
 * @param currentDecay in 2^-16
 * @param interval steps per window
 * @param referenceRate rates are divided by this
 */
public record FixedPointProgram(
    String rule,
    int theta,
    int membraneDecay,
    int currentDecay,
    int interval,
    double referenceRate) {

  /** The declaration of a rule as a line of text. */
  static String text(PlasticityRule rule) {
    return HexFormat.of().formatHex(RuleMessage.write(rule).toByteArray());
  }

  /** The rule that a line of text declares. */
  static PlasticityRule rule(String text) {
    try {
      return RuleMessage.read(RuleProto.parseFrom(HexFormat.of().parseHex(text)));
    } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
      throw new BrokenImageException("Rule of the image (%s) is none: %s".formatted(text, e));
    }
  }
}
