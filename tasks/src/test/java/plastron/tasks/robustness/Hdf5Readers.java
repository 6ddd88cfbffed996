package plastron.tasks.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import plastron.export.conformance.BrokenVectorException;
import plastron.export.conformance.ConformanceResult;
import plastron.export.conformance.ReferenceFileKind;
import plastron.export.file.BrokenFileException;
import plastron.export.format.ModelImporters;
import plastron.export.model.ModelFile;
import plastron.plasticity.model.PlasticModel;

/** The readers of HDF5 files: networks of NIR, and reference files of netx and NIR. */
final class Hdf5Readers {

  /** Reference files, from the folder of all modules. */
  static final String VECTORS = "loihi-profile/src/test/resources/vectors";

  /** One of them. */
  static final String NETX = "mlp_delay_8_5.net.h5";

  /** What is expected of it. */
  static final String NETX_CASES = "netx_lava_dl.json";

  private static final String MODELS = "neuromorphic-export/src/test/resources/models/nir";

  /** Most of what the library walks through lies near the beginning and the end. */
  private static final int NEAR = 4096;

  private Hdf5Readers() {}

  static List<ReaderUnderTest> all(Path project, Originals originals) {
    return List.of(
        nir(project, originals),
        reference(project, originals, NETX),
        reference(project, originals, "ff_20_12_5.nir"));
  }

  private static byte[] edited(byte[] original, RandomGenerator random) {
    byte[] edited = original;
    int edits = Extremes.edits(random);
    for (int k = 0; k < edits; k++) {
      edited =
          random.nextInt(4) == 0 ? ByteEdits.edit(edited, random) : overwritten(edited, random);
    }
    return edited;
  }

  /** A few bytes, which leave all others where they are. */
  private static byte[] overwritten(byte[] bytes, RandomGenerator random) {
    byte[] result = bytes.clone();
    int room = random.nextBoolean() ? Math.min(NEAR, result.length) : result.length;
    int at = random.nextBoolean() ? random.nextInt(room) : result.length - 1 - random.nextInt(room);
    int end = Math.min(result.length, at + 1 + random.nextInt(8));
    int kind = random.nextInt(3);
    for (int k = at; k < end; k++) {
      result[k] = (byte) (kind == 0 ? 0 : kind == 1 ? -1 : random.nextInt());
    }
    return result;
  }

  private static List<byte[]> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().map(Originals::bytes).toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ReaderUnderTest nir(Path project, Originals originals) {
    List<byte[]> models = files(project.resolve(MODELS));
    Path file = originals.file("model.nir");
    return new ReaderUnderTest(
        "model.nir",
        BrokenFileException.class,
        random -> edited(models.get(random.nextInt(models.size())), random),
        content -> {
          PlasticModel model = ModelImporters.read(Files.write(file, content));
          byte[] written = ModelFile.bytes(model);
          Files.write(file, written);
          assertThat(ModelFile.bytes(ModelImporters.read(file))).isEqualTo(written);
        });
  }

  private static ReaderUnderTest reference(Path project, Originals originals, String name) {
    Path folder = originals.copy(project.resolve(VECTORS), "vectors " + name);
    Path file = folder.resolve(name);
    byte[] original = Originals.bytes(file);
    ReferenceFileKind kind =
        ServiceLoader.load(ReferenceFileKind.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(k -> k.recognises(file))
            .findFirst()
            .orElseThrow();
    return new ReaderUnderTest(
        "reference file, " + kind.name(),
        RuntimeException.class,
        random -> edited(original, random),
        content -> {
          Files.write(file, content);
          try {
            ConformanceResult result = kind.check(file);
            assertThat(result.mismatches()).isBetween(0L, result.compared());
          } catch (BrokenVectorException | BrokenFileException e) {
            throw e;
          } catch (RuntimeException e) {
            throw new AssertionError(e);
          }
        });
  }
}
