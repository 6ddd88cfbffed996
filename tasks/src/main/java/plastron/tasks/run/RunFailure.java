package plastron.tasks.run;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import plastron.tasks.cli.BadInputException;

/** Says in one line why files of a run could not be read or written. */
public final class RunFailure {

  private RunFailure() {}

  /** The error for a folder in which something failed. */
  public static BadInputException of(Path folder, IOException e) {
    return new BadInputException(
        "Folder (%s) cannot be used: %s.".formatted(folder, reason(e)), maybe(e));
  }

  private static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException missing when isPartial(missing) -> "nothing can be made in there";
      case NoSuchFileException missing -> missing.getFile() + " is missing";
      case AccessDeniedException denied -> "access to " + denied.getFile() + " is denied";
      case FileAlreadyExistsException exists -> exists.getFile() + " exists";
      case FileSystemException system when system.getReason() != null ->
          system.getFile() + ": " + system.getReason();
      default -> String.valueOf(e.getMessage());
    };
  }

  private static @Nullable String maybe(IOException e) {
    return switch (e) {
      case NoSuchFileException missing when isPartial(missing) -> "Maybe choose another folder.";
      case NoSuchFileException missing -> "Maybe it was deleted meanwhile.";
      case AccessDeniedException denied -> "Maybe it belongs to somebody else.";
      case FileAlreadyExistsException exists -> "Maybe choose another name.";
      default -> {
        String message = String.valueOf(e.getMessage());
        yield message.contains("No space") || message.contains("quota")
            ? "Maybe free some space on the disk."
            : message.contains("too long") ? "Maybe choose a shorter name." : null;
      }
    };
  }

  /** Some file systems, such as /proc, call a file missing that they do not let anyone make. */
  private static boolean isPartial(NoSuchFileException e) {
    return String.valueOf(e.getFile()).contains(".partial");
  }
}
