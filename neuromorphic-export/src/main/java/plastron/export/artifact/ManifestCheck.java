package plastron.export.artifact;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import plastron.export.conformance.BrokenVectorException;
import plastron.export.conformance.StrictJson;
import plastron.export.conformance.VectorReader;
import plastron.export.file.BoundedFile;
import plastron.export.file.BrokenFileException;
import plastron.export.image.ChipImage;
import plastron.export.image.OutputFile;
import plastron.export.message.Sha256;

/** Compares the files of an export with its manifest. */
final class ManifestCheck {

  private ManifestCheck() {}

  /**
   * The manifest; throws {@link BrokenFileException} for the first file that is missing or differs.
   *
   * @param required names of files that it must list
   */
  static JsonObject check(Path folder, List<String> required) throws IOException {
    Path file = folder.resolve(ExportDirectory.MANIFEST);
    if (!Files.isRegularFile(file)) {
      throw new BrokenFileException(file, "is missing. Maybe this is not the folder of an export.");
    }
    try {
      JsonObject document = StrictJson.read(file);
      VectorReader manifest = VectorReader.of(document);
      String format = manifest.text("format");
      long version = manifest.whole("version", Long.MIN_VALUE, Long.MAX_VALUE);
      if (!format.equals(Manifest.FORMAT) || version != Manifest.VERSION) {
        throw new BrokenFileException(
            file,
            "has format %s version (%d), this build reads %s version %d."
                .formatted(format, version, Manifest.FORMAT, Manifest.VERSION));
      }
      files(folder, file, manifest.objects("files"), required);
      return document;
    } catch (BrokenVectorException e) {
      throw new BrokenFileException(
          file, "is no manifest of an export: %s.".formatted(e.getMessage()), e);
    }
  }

  private static void files(
      Path folder, Path manifest, List<VectorReader> entries, List<String> required)
      throws IOException {
    Set<String> names = new HashSet<>();
    for (VectorReader entry : entries) {
      if (!names.add(entry.text("name"))) {
        throw new BrokenFileException(
            manifest, "lists the file (%s) twice.".formatted(entry.text("name")));
      }
      checkFile(folder, manifest, entry);
    }
    for (String name : required) {
      if (!names.contains(name)) {
        throw new BrokenFileException(manifest, "does not list the file (%s).".formatted(name));
      }
    }
  }

  /** Holds what the manifest says of the image against the image. */
  static void checkImage(Path folder, JsonObject manifest, ChipImage image) {
    same(folder, manifest, "profile", "is for", image.profile());
    same(folder, manifest, "model", "is of", image.model());
  }

  private static void same(
      Path folder, JsonObject manifest, String field, String relation, String inImage) {
    JsonElement named = manifest.get(field);
    String text = named != null && named.isJsonPrimitive() ? named.getAsString() : "";
    if (!text.equals(inImage)) {
      throw new BrokenFileException(
          folder.resolve(ExportDirectory.MANIFEST),
          "names the %s (%s), the image %s (%s).".formatted(field, text, relation, inImage));
    }
  }

  private static void checkFile(Path folder, Path manifest, VectorReader entry) throws IOException {
    Path file;
    try {
      file = folder.resolve(new OutputFile(entry.text("name"), "", new byte[0]).name());
    } catch (IllegalArgumentException e) {
      throw new BrokenFileException(manifest, "lists a file that cannot be: " + e.getMessage(), e);
    }
    if (!Files.isRegularFile(file)) {
      throw new BrokenFileException(file, "is missing, the manifest lists it.");
    }
    long bytes = entry.whole("bytes", 0, Long.MAX_VALUE);
    if (Files.size(file) != bytes) {
      throw new BrokenFileException(
          file,
          "has (%d) bytes, the manifest says %d. Maybe it was changed or damaged."
              .formatted(Files.size(file), bytes));
    }
    if (!Sha256.hex(BoundedFile.read(file, BoundedFile.mostInMemory(4)))
        .equals(entry.text("sha256"))) {
      throw new BrokenFileException(
          file, "differs from its hash in the manifest. Maybe it was changed or damaged.");
    }
  }
}
