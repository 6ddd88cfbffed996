package plastron.tasks.robustness;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The table of all readers of files.
 *
 * @param readers every reader by itself
 * @param commands whole commands, which take much longer
 */
record Readers(List<ReaderUnderTest> readers, List<ReaderUnderTest> commands) {

  /** How many inputs a reader gets for one that a command gets. */
  static final int INPUTS_A_COMMAND = 20;

  /**
   * All readers.
   *
   * @param folder an empty one, for the files they read
   * @param project the folder of all modules
   */
  static Readers all(Path folder, Path project) {
    Originals originals = Originals.make(folder);
    return new Readers(
        Stream.of(
                RunReaders.all(project, originals),
                CircuitReaders.all(project, originals),
                ExportReaders.all(originals),
                ReferenceReaders.all(project, originals),
                Hdf5Readers.all(project, originals))
            .flatMap(List::stream)
            .toList(),
        CommandReaders.all(project, originals));
  }

  /** The reader of this name; throws {@link IllegalArgumentException} if there is none. */
  ReaderUnderTest named(String name) {
    List<ReaderUnderTest> all = Stream.concat(readers.stream(), commands.stream()).toList();
    return all.stream()
        .filter(reader -> reader.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Reader (%s) is not one of %s."
                        .formatted(name, all.stream().map(ReaderUnderTest::name).toList())));
  }
}
