package plastron.export.nir;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import plastron.export.model.ModelFile;
import plastron.plasticity.model.PlasticModel;

/** What comes back is what was written. */
class NirProperties {

  @Property(tries = 200)
  void aModelComesBackAsItWas(@ForAll long seed) throws IOException {
    PlasticModel model = RandomNirModel.plastic(seed);
    byte[] bytes = new NirExporter().write(model).bytes();
    assertThat(new NirExporter().write(model).bytes()).isEqualTo(bytes);
    Path file = Files.createTempFile("model", ".nir");
    try {
      Files.write(file, bytes);
      PlasticModel back = new NirImporter().read(file);
      // Plastron's own files keep all that a model is.
      assertThat(ModelFile.bytes(back)).isEqualTo(ModelFile.bytes(model));
    } finally {
      Files.delete(file);
    }
  }
}
