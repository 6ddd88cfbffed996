package plastron.tasks.control;

import java.util.ArrayList;
import java.util.List;
import plastron.core.encode.CategoryCode;
import plastron.core.encode.PlaceCode;
import plastron.core.encode.PlaceCodes;
import plastron.core.encode.PopulationCode;
import plastron.core.encode.SignedRateCode;
import plastron.core.environment.Space;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.Setting;

/** Chooses how spikes tell what is observed. */
final class ObservationCode {

  private final Configuration config;
  private final String environment;

  /**
   * @param environment its name, for errors
   */
  ObservationCode(Configuration config, String environment) {
    this.config = config;
    this.environment = environment;
  }

  /**
   * The code of a space: a group for each of a few things; neurons with places, or two groups with
   * rates, for each number.
   *
   * @throws BadInputException if the range of some number is not one
   */
  PopulationCode of(Space space) {
    int size = config.count(ControlSettings.GROUP_SIZE);
    double most = config.get(ControlSettings.P_SPIKE);
    if (space instanceof Space.Discrete(int count)) {
      return new CategoryCode(count, size, most);
    }
    List<Double> low = ends(ControlSettings.LOW, space.size());
    List<Double> high = ends(ControlSettings.HIGH, space.size());
    for (int n = 0; n < low.size(); n++) {
      if (!(low.get(n) < high.get(n))) {
        throw new BadInputException(
            "Setting %s (%s) must be below %s (%s) for every number."
                .formatted(ControlSettings.LOW.key(), low, ControlSettings.HIGH.key(), high));
      }
    }
    return config.get(ControlSettings.CODE).equals("place")
        ? place(size, low, high)
        : new SignedRateCode(size, scales(low, high), most);
  }

  private List<Double> ends(Setting.Reals setting, int numbers) {
    List<Double> given = config.get(setting);
    if (given.size() != numbers) {
      throw new BadInputException(
          "Setting %s (%s) must have a number for each of the %d that environment %s shows."
              .formatted(setting.key(), given, numbers, environment));
    }
    return given;
  }

  private static PopulationCode place(int size, List<Double> low, List<Double> high) {
    if (size < 2) {
      throw new BadInputException(
          "Setting %s (%d) must be at least 2 for a place code."
              .formatted(ControlSettings.GROUP_SIZE.key(), size),
          "Maybe --set %s=signed.".formatted(ControlSettings.CODE.key()));
    }
    List<PlaceCode> codes = new ArrayList<>();
    for (int n = 0; n < low.size(); n++) {
      codes.add(PlaceCode.evenly(size, low.get(n), high.get(n), 0));
    }
    return new PlaceCodes(codes);
  }

  /** The farther end of every range. */
  private static double[] scales(List<Double> low, List<Double> high) {
    double[] scales = new double[low.size()];
    for (int n = 0; n < scales.length; n++) {
      scales[n] = Math.max(Math.abs(low.get(n)), Math.abs(high.get(n)));
    }
    return scales;
  }
}
