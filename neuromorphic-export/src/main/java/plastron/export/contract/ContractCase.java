package plastron.export.contract;

import java.util.List;
import plastron.core.run.Input;
import plastron.plasticity.model.PlasticModel;

/**
 * A model to try on a chip.
 *
 * @param name what it is, for messages
 * @param columns what it is, for a table
 * @param model in the chip's network form
 * @param calibration inputs for the compiler
 * @param fresh other inputs of the same kind, for the measurement
 */
public record ContractCase(
    String name,
    List<String> columns,
    PlasticModel model,
    List<Input> calibration,
    List<Input> fresh) {

  public ContractCase {
    columns = List.copyOf(columns);
    calibration = List.copyOf(calibration);
    fresh = List.copyOf(fresh);
  }

  /** The case with another model. */
  ContractCase withModel(PlasticModel other) {
    return new ContractCase(name, columns, other, calibration, fresh);
  }

  /** The case with other inputs. */
  ContractCase withInputs(List<Input> forCalibration, List<Input> forMeasurement) {
    return new ContractCase(name, columns, model, forCalibration, forMeasurement);
  }
}
