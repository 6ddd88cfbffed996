package plastron.export.toy;

import plastron.export.kit.ChipProfileContract;
import plastron.export.profile.ChipProfile;

class ToyProfileContract implements ChipProfileContract {

  @Override
  public ChipProfile<?, ?> profile() {
    return new ToyProfile();
  }
}
