package plastron.export.model;

import java.util.List;
import plastron.export.format.ModelExporter;
import plastron.export.format.WrittenModel;
import plastron.plasticity.model.PlasticModel;

/** Writes what {@link PlastronImporter} reads: every model, exactly. */
public final class PlastronExporter implements ModelExporter {

  @Override
  public String name() {
    return "plastron";
  }

  @Override
  public String description() {
    return "a model file of Plastron (.plastron), which every command takes";
  }

  @Override
  public WrittenModel write(PlasticModel model) {
    return new WrittenModel(ModelFile.bytes(model), List.of());
  }
}
