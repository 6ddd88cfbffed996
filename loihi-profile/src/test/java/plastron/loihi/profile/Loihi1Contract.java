package plastron.loihi.profile;

import plastron.export.kit.ChipProfileContract;
import plastron.export.profile.ChipProfile;

class Loihi1Contract implements ChipProfileContract {

  @Override
  public ChipProfile<?, ?> profile() {
    return new Loihi1();
  }
}
