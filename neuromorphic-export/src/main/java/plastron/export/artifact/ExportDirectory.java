package plastron.export.artifact;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import plastron.export.file.BrokenFileException;
import plastron.export.file.WholeFolder;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageCheck;
import plastron.export.image.OutputFile;

/**
 * A folder with an export: {@value #IMAGE} (what emulators read), {@value #MANIFEST} (what is in
 * the folder, with hashes), and the files for the chip's own tools.
 */
public final class ExportDirectory {

  /** Name of the chip image in the folder. */
  public static final String IMAGE = "image.plastron";

  /** Name of the manifest in the folder. */
  public static final String MANIFEST = "manifest.json";

  private ExportDirectory() {}

  /**
   * Writes an export; the folder is there completely or not at all.
   *
   * @param image the compiled network
   * @param files for the chip's own tools, none named like the two above
   * @param folder must not exist
   * @return names of all files written
   * @throws java.nio.file.FileAlreadyExistsException if the folder exists
   */
  public static List<String> write(ChipImage image, List<OutputFile> files, Path folder)
      throws IOException {
    ImageCheck.require(image);
    List<OutputFile> all = new ArrayList<>();
    all.add(
        new OutputFile(
            IMAGE, "chip image of Plastron, read by plastron emulate", ImageFile.bytes(image)));
    all.addAll(files);
    all.add(OutputFile.text(MANIFEST, "this list", Manifest.write(image, all)));
    requireDifferentNames(all);

    WholeFolder.create(folder, partial -> write(all, partial));
    return all.stream().map(OutputFile::name).toList();
  }

  /**
   * Reads the image of an export.
   *
   * @param folder one that {@link #write} wrote
   * @param alsoNeeded names of further files that the export must have
   * @throws BrokenFileException if a file differs from what the manifest says, or the image is
   *     damaged
   */
  public static ChipImage read(Path folder, String... alsoNeeded) throws IOException {
    List<String> needed = new ArrayList<>(List.of(alsoNeeded));
    needed.add(IMAGE);
    JsonObject manifest = ManifestCheck.check(folder, needed);
    ChipImage image = ImageFile.read(folder.resolve(IMAGE));
    ManifestCheck.checkImage(folder, manifest, image);
    return image;
  }

  private static void requireDifferentNames(List<OutputFile> files) {
    List<String> names = files.stream().map(OutputFile::name).toList();
    if (names.stream().distinct().count() != names.size()) {
      throw new IllegalArgumentException(
          "File names (%s) of an export must differ.".formatted(names));
    }
  }

  private static void write(List<OutputFile> files, Path folder) throws IOException {
    for (OutputFile file : files) {
      Path target = folder.resolve(file.name());
      Files.createDirectories(Objects.requireNonNull(target.getParent()));
      Files.write(target, file.bytes());
    }
  }
}
