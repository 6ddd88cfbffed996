package plastron.loihi.profile;

import plastron.loihi.chip.LoihiChips;

/** Profile {@code loihi2}. */
public final class Loihi2 extends LoihiProfile {

  /** For the service loader. */
  public Loihi2() {
    super(LoihiChips.LOIHI2);
  }
}
