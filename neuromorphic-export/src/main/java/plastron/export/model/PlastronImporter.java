package plastron.export.model;

import java.io.IOException;
import java.nio.file.Path;
import plastron.export.format.ModelImporter;
import plastron.plasticity.model.PlasticModel;

/** Reads what {@link ModelFile} wrote. */
public final class PlastronImporter implements ModelImporter {

  @Override
  public String name() {
    return "plastron";
  }

  @Override
  public String description() {
    return "model files of Plastron (.plastron)";
  }

  @Override
  public boolean recognises(byte[] beginning) {
    return ModelFile.ENVELOPE.begins(beginning);
  }

  @Override
  public PlasticModel read(Path file) throws IOException {
    return ModelFile.read(file);
  }
}
