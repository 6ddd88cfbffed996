package plastron.loihi.profile;

import plastron.loihi.chip.LoihiChips;

/** Profile {@code loihi1-assisted}. */
public final class Loihi1Assisted extends LoihiProfile {

  /** For the service loader. */
  public Loihi1Assisted() {
    super(LoihiChips.LOIHI1_ASSISTED);
  }
}
