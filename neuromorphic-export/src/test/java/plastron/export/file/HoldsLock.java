package plastron.export.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A process that locks a file until it is killed. */
final class HoldsLock {

  private HoldsLock() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    try (FileChannel channel = FileChannel.open(Path.of(args[0]), StandardOpenOption.WRITE)) {
      if (channel.tryLock() != null) {
        System.out.print('!');
        System.out.flush();
      }
      Thread.sleep(60_000);
    }
  }
}
