package plastron.tasks.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher in a tree whose Maven and Java only write down that they were called. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

  private static final List<String> PROGRAMS =
      List.of(
          "sh",
          "dirname",
          "readlink",
          "find",
          "head",
          "date",
          "mkdir",
          "cp",
          "mv",
          "rm",
          "cat",
          "grep",
          "sleep",
          "ls",
          "uname",
          "tr",
          "sed",
          "tail");

  @TempDir private Path folder;

  private Path tree;
  private Path bin;
  private Path log;

  @BeforeEach
  void makeTree() throws IOException {
    tree = Files.createDirectories(folder.resolve("tree"));
    bin = Files.createDirectories(folder.resolve("bin"));
    log = Files.createFile(folder.resolve("log"));
    Files.createDirectories(tree.resolve(".mvn"));
    Files.createFile(tree.resolve("pom.xml"));
    Files.copy(Path.of("../plastron"), tree.resolve("plastron"));
    Files.copy(Path.of("../.mvn/find-jdk25"), tree.resolve(".mvn/find-jdk25"));
    tree.resolve(".mvn/find-jdk25").toFile().setExecutable(true);
    Path jdk = folder.resolve("jdk");
    Files.createDirectories(jdk.resolve("bin"));
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
    script(jdk.resolve("bin/java"), "exit 0");
    script(jdk.resolve("bin/javac"), "exit 0");
    script(
        bin.resolve("mvn"),
        "echo begin >>'%s'; sleep \"${PAUSE:-0.3}\"; mkdir -p tasks/target/lib".formatted(log),
        ": >tasks/target/tasks-0.jar; echo end >>'%s'".formatted(log));
    for (String program : PROGRAMS) {
      link(program);
    }
  }

  private static void script(Path file, String... lines) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    file.toFile().setExecutable(true);
  }

  private void link(String program) throws IOException {
    for (String place :
        Objects.requireNonNull(System.getenv("PATH")).split(File.pathSeparator, -1)) {
      Path found = Path.of(place).resolve(program);
      if (Files.isExecutable(found)) {
        Files.createSymbolicLink(bin.resolve(program), found);
        return;
      }
    }
    assumeTrue(false, program + " is not on PATH");
  }

  private Process start(String pause) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("sh", tree.resolve("plastron").toString(), "rules");
    builder.environment().put("PATH", bin.toString());
    builder.environment().put("PAUSE", pause);
    builder.environment().put("PLASTRON_JAVA_HOME", folder.resolve("jdk").toString());
    return builder.redirectErrorStream(true).redirectOutput(folder.resolve("out").toFile()).start();
  }

  private void startAllAtOnce(int count) throws Exception {
    List<Process> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(start("0.3"));
    }
    for (Process process : all) {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as(Files.readString(folder.resolve("out"))).isZero();
    }
  }

  private static void kill(Process process) throws Exception {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    process.waitFor();
  }

  @ParameterizedTest
  @ValueSource(strings = {"flock", "perl"})
  void oneBuildsAndTheOthersWait(String program) throws Exception {
    link(program);
    startAllAtOnce(8);
    assertThat(log).hasContent("begin\nend\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"flock", "perl"})
  void afterAKilledBuildOneBuildsAnew(String program) throws Exception {
    link(program);
    Process first = start("60");
    while (Files.size(log) == 0) {
      Thread.sleep(20);
    }
    kill(first);
    startAllAtOnce(8);
    assertThat(log).hasContent("begin\nbegin\nend\n");
  }

  @Test
  void withoutAWayToLockItSaysSo() throws Exception {
    assertThat(start("0").waitFor()).isEqualTo(2);
    assertThat(Files.readString(folder.resolve("out"))).contains("needs flock or perl");
    assertThat(log).isEmptyFile();
  }
}
