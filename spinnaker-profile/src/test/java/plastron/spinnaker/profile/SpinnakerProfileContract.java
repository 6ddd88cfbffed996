package plastron.spinnaker.profile;

import plastron.export.kit.ChipProfileContract;
import plastron.export.profile.ChipProfile;

class SpinnakerProfileContract implements ChipProfileContract {

  @Override
  public ChipProfile<?, ?> profile() {
    return new SpinnakerProfile();
  }
}
