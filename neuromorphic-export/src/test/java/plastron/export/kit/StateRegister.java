package plastron.export.kit;

import plastron.export.fixedpoint.FixedFormat;
import plastron.export.fixedpoint.SaturationCounter;

/** Holds states on a format, and counts what does not fit. Owned by one thread. */
final class StateRegister {

  /** Bits below those of the format that an update is computed with. */
  private static final int FURTHER_BITS = 8;

  private final FixedFormat format;
  private final Shift shift;
  private final SaturationCounter counter;

  /** How the further bits are shifted out. */
  interface Shift {
    long shifted(long value, int bits);
  }

  StateRegister(FixedFormat format, Shift shift) {
    this.format = format;
    this.shift = shift;
    counter = new SaturationCounter(format.min(), format.max());
  }

  /** The number that is held for another one. */
  double held(double value) {
    double wide = Math.rint(Math.scalb(value / format.lsb(), FURTHER_BITS));
    double most = Math.scalb(1.0, Long.SIZE - 2);
    long steps = shift.shifted((long) Math.clamp(wide, -most, most), FURTHER_BITS);
    return counter.clip(steps) * format.lsb();
  }

  long clipped() {
    return counter.saturated();
  }
}
