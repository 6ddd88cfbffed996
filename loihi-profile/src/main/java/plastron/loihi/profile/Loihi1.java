package plastron.loihi.profile;

import plastron.loihi.chip.LoihiChips;

/** Profile {@code loihi1}. */
public final class Loihi1 extends LoihiProfile {

  /** For the service loader. */
  public Loihi1() {
    super(LoihiChips.LOIHI1);
  }
}
