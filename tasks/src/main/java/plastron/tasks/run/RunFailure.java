package plastron.tasks.run;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import plastron.tasks.cli.BadInputException;

/** Says in one line why files of a run could not be read or written. */
public final class RunFailure {

  private RunFailure() {}

  /** The error for a folder in which something failed. */
  public static BadInputException of(Path folder, IOException e) {
    return new BadInputException(
        "Folder (%s) cannot be used: %s.".formatted(folder, reason(e)),
        "Maybe the disk is full, or the folder is not yours.");
  }

  private static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException missing -> missing.getFile() + " is missing";
      case AccessDeniedException denied -> "access to " + denied.getFile() + " is denied";
      case FileAlreadyExistsException exists -> exists.getFile() + " exists";
      case FileSystemException system when system.getReason() != null ->
          system.getFile() + ": " + system.getReason();
      default -> String.valueOf(e.getMessage());
    };
  }
}
