package plastron.loihi.profile;

import plastron.loihi.chip.LoihiChips;

/** Profile {@code loihi1-reward}. */
public final class Loihi1Reward extends LoihiProfile {

  /** For the service loader. */
  public Loihi1Reward() {
    super(LoihiChips.LOIHI1_REWARD);
  }
}
