package plastron.export.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A file that an export consists of.
 *
 * @param name relative path with {@code /}, without {@code ..}
 * @param role one line for the manifest: what it is and which program reads it
 * @param bytes its content; not copied: treat as read-only
 */
public record OutputFile(String name, String role, byte[] bytes) {

  public OutputFile {
    if (name.isEmpty()
        || name.startsWith("/")
        || name.contains("\\")
        || name.chars().anyMatch(Character::isISOControl)
        || Arrays.asList(name.split("/")).contains("..")) {
      throw new IllegalArgumentException(
          "File name (%s) must be a relative path inside the export.".formatted(name));
    }
  }

  /** A text file in UTF-8. */
  public static OutputFile text(String name, String role, String text) {
    return new OutputFile(name, role, text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OutputFile f
        && f.name.equals(name)
        && f.role.equals(role)
        && Arrays.equals(f.bytes, bytes);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "OutputFile[%s, %d bytes]".formatted(name, bytes.length);
  }
}
