package examples;

import plastron.export.kit.ChipProfileContract;
import plastron.export.profile.ChipProfile;

/** Tests the chip: what it accepts, it runs within the error that its exports state. */
class TinyChipContract implements ChipProfileContract {

  @Override
  public ChipProfile<?, ?> profile() {
    return new TinyChip();
  }
}
