package examples;

import java.util.List;
import java.util.Optional;
import plastron.export.fixedpoint.FixedFormat;
import plastron.export.fixedpoint.Shifts;
import plastron.export.kit.FixedPointChip;
import plastron.export.resource.Evidence;
import plastron.export.resource.Limit;
import plastron.export.resource.Scope;

/** A chip of one's own, with traces of 10 bits. */
final class TinyChip extends FixedPointChip {

  @Override
  public String name() {
    return "tiny";
  }

  @Override
  public String title() {
    return "Tiny chip";
  }

  @Override
  public String codePrefix() {
    return "Y";
  }

  @Override
  public List<Limit> limits() {
    return List.of(
        new Limit("synapses", Scope.CORE, 1024, "synapses", "its manual", Evidence.CONFIRMED));
  }

  @Override
  protected Optional<FixedFormat> states() {
    return Optional.of(FixedFormat.signed(2, 7));
  }

  @Override
  protected long shifted(long value, int bits) {
    return Shifts.nearest(value, bits);
  }
}
