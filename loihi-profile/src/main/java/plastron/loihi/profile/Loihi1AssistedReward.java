package plastron.loihi.profile;

import plastron.loihi.chip.LoihiChips;

/** Profile {@code loihi1-assisted-reward}. */
public final class Loihi1AssistedReward extends LoihiProfile {

  /** For the service loader. */
  public Loihi1AssistedReward() {
    super(LoihiChips.LOIHI1_ASSISTED_REWARD);
  }
}
