package plastron.export.artifact;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import plastron.export.image.ChipImage;

/** Compares the files of an export with its manifest. */
final class ManifestCheck {

  private ManifestCheck() {}

  /**
   * The manifest; throws {@link BrokenFileException} for the first file that is missing or differs.
   */
  static JsonObject check(Path folder) throws IOException {
    Path file = folder.resolve(ExportDirectory.MANIFEST);
    if (!Files.isRegularFile(file)) {
      throw new BrokenFileException(file, "is missing. Maybe this is not the folder of an export.");
    }
    JsonObject manifest;
    try {
      manifest = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
      int version = manifest.get("version").getAsInt();
      if (!manifest.get("format").getAsString().equals(Manifest.FORMAT)
          || version != Manifest.VERSION) {
        throw new BrokenFileException(
            file,
            "has format version (%d), this build reads %d.".formatted(version, Manifest.VERSION));
      }
      for (JsonElement entry : manifest.getAsJsonArray("files")) {
        checkFile(folder, entry.getAsJsonObject());
      }
      return manifest;
    } catch (JsonParseException
        | IllegalStateException
        | NullPointerException
        | UnsupportedOperationException e) {
      throw new BrokenFileException(file, "is no manifest of an export.", e);
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

  private static void checkFile(Path folder, JsonObject entry) throws IOException {
    Path file = folder.resolve(entry.get("name").getAsString());
    if (!file.normalize().startsWith(folder.normalize())) {
      throw new BrokenFileException(file, "lies outside of the export.");
    }
    if (!Files.isRegularFile(file)) {
      throw new BrokenFileException(file, "is missing, the manifest lists it.");
    }
    if (!Sha256.hex(Files.readAllBytes(file)).equals(entry.get("sha256").getAsString())) {
      throw new BrokenFileException(
          file, "differs from its hash in the manifest. Maybe it was changed or damaged.");
    }
  }
}
