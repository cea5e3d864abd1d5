package io.github.gateweir;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * bin/gateweir in a project of its own, with a java and a mvn that only say how they were called.
 */
@Timeout(30)
class LauncherTest {

  private static final List<String> TOOLS =
      List.of(
          "cat",
          "dirname",
          "find",
          "head",
          "mkdir",
          "readlink",
          "rm",
          "sed",
          "sh",
          "sleep",
          "touch");

  @TempDir private Path folder;

  private Path home;
  private Path tools;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void makeAProject() throws IOException {
    home = folder.resolve("a project");
    Files.createDirectories(home.resolve("bin"));
    Files.createDirectories(home.resolve("src/main/java"));
    Files.writeString(home.resolve("pom.xml"), "<project/>");
    Files.copy(Path.of("bin/gateweir"), home.resolve("bin/gateweir"));
    executable(home.resolve("bin/gateweir"));
    tools = Files.createDirectory(folder.resolve("tools"));
    for (String tool : TOOLS) {
      passOn(tool);
    }
    java("17.0.9");
    script("javac", "");
    maven("3.9.9", 0);
  }

  @Test
  void buildsOnceAndStartsTheProgramWithItsArguments() throws Exception {
    Run first = run("map", "a b", "*");
    Run second = run("map");

    assertThat(first.err())
        .isEqualTo(
            "gateweir: building (first call, which takes a minute or two and needs the network)\n");
    assertThat(first.out().lines())
        .contains("<map>", "<a b>", "<*>", "<io.github.gateweir.Gateweir>", "<-Xmx2g>")
        .contains("<-Dgateweir.launcher=bin>", "<-Dgateweir.home=" + home + ">")
        .contains("<" + home + "/target/gateweir-1.jar:" + home + "/target/flink-lib/*>")
        .contains("<-Dlog4j.configurationFile=" + home + "/flink-conf/log4j-local.properties>");
    assertThat(second.err()).isEmpty();
    assertThat(builds()).isEqualTo(1);
    assertThat(home.resolve("target/.gateweir-build.lock")).doesNotExist();
  }

  @Test
  void endsWithTheProgramsExitCode() throws Exception {
    assertThat(run().exit()).isEqualTo(7);
  }

  @Test
  void findsItsHomeThroughSymbolicLinks() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("gw"), home.resolve("bin/gateweir"));
    Path relative = Files.createSymbolicLink(tools.resolve("gw"), Path.of("../gw"));

    assertThat(runScript(link).exit()).isEqualTo(7);
    assertThat(runScript(relative).out()).contains("<-Dgateweir.home=" + home + ">");
  }

  @Test
  void buildsAgainWhenASourceOrThePomIsNewer() throws Exception {
    run();
    Path source = Files.writeString(home.resolve("src/main/java/A.java"), "class A {}");
    later(source);
    Run afterSource = run();
    later(home.resolve("pom.xml"));
    Run afterPom = run();

    assertThat(afterSource.err()).isEqualTo("gateweir: building (the sources have changed)\n");
    assertThat(afterPom.err()).isEqualTo("gateweir: building (the sources have changed)\n");
    assertThat(builds()).isEqualTo(3);
  }

  @Test
  void showsTheLogOfABuildThatFailsAndLeavesNoJar() throws Exception {
    maven("3.9.9", 1);

    Run run = run();

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("this is Maven's log")
        .contains("gateweir: the build failed, see above or ");
    assertThat(home.resolve("target/gateweir-1.jar")).doesNotExist();
    assertThat(home.resolve("target/.gateweir-build.lock")).doesNotExist();
  }

  @Test
  void takesAwayTheLockOfABuildThatIsGone() throws Exception {
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    Path lock = Files.createDirectories(home.resolve("target/.gateweir-build.lock"));
    Files.writeString(lock.resolve("pid"), gone.pid() + "\n");

    assertThat(run().exit()).isEqualTo(7);
  }

  @Test
  void buildsOnceWhenCalledTwiceAtTheSameTime() throws Exception {
    Process one = start(home.resolve("bin/gateweir"), "one");
    Process two = start(home.resolve("bin/gateweir"), "two");

    assertThat(finish(one).exit()).isEqualTo(7);
    assertThat(finish(two).exit()).isEqualTo(7);
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void putsJavaOptsAfterItsOwn() throws Exception {
    environment.put("JAVA_OPTS", "-Xmx4g -Da=*");

    assertThat(run().out().lines()).containsSubsequence("<-Xmx2g>", "<-Xmx4g>", "<-Da=*>");
  }

  @Test
  void quietsTheWarningsOfNewerJdks() throws Exception {
    assertThat(run().out()).doesNotContain("--enable-native-access");
    java("24");
    assertThat(run().out()).contains("<--enable-native-access=ALL-UNNAMED>");
  }

  @Test
  void saysThatJavaIsMissing() throws Exception {
    Files.delete(tools.resolve("java"));

    assertThat(run())
        .isEqualTo(
            failed(
                "there is no java on the PATH: install a JDK 17 or later, or set JAVA_HOME to"
                    + " one."));
  }

  @Test
  void saysThatJavaHomeIsWrong() throws Exception {
    environment.put("JAVA_HOME", "/no/such/jdk");

    assertThat(run())
        .isEqualTo(
            failed(
                "JAVA_HOME is /no/such/jdk, but there is no bin/java in it: correct it, or unset"
                    + " it."));
  }

  @Test
  void saysThatJavaIsTooOld() throws Exception {
    String sentence = " but Gateweir needs 17 or later: set JAVA_HOME to a newer JDK.";
    java("1.8.0_292");
    assertThat(run()).isEqualTo(failed(tools + "/java is Java 8," + sentence));
    java("11.0.2");
    assertThat(run()).isEqualTo(failed(tools + "/java is Java 11," + sentence));
  }

  @Test
  void readsTheVersionFromTheJdksOwnFile() throws Exception {
    Files.writeString(folder.resolve("release"), "JAVA_VERSION=\"16.0.1\"\n");

    assertThat(run().err()).contains("java is Java 16,");
  }

  @Test
  void saysThatTheCompilerIsMissing() throws Exception {
    Files.delete(tools.resolve("javac"));

    assertThat(run())
        .isEqualTo(
            failed(
                tools
                    + "/java is a Java runtime without a compiler: install a JDK 17 or later, or"
                    + " set JAVA_HOME to one."));
  }

  @Test
  void saysThatMavenIsMissingOrTooOld() throws Exception {
    maven("3.6.3", 0);
    assertThat(run())
        .isEqualTo(
            failed("mvn is Maven 3.6, but Gateweir needs 3.8 or later: install a newer one."));
    Files.delete(tools.resolve("mvn"));
    assertThat(run()).isEqualTo(failed("there is no mvn on the PATH: install Maven 3.8 or later."));
  }

  @Test
  void needsNeitherCompilerNorMavenOnceItIsBuilt() throws Exception {
    run();
    Files.delete(tools.resolve("javac"));
    Files.delete(tools.resolve("mvn"));

    assertThat(run().exit()).isEqualTo(7);
  }

  private record Run(int exit, String out, String err) {}

  private static Run failed(String sentence) {
    return new Run(3, "", "gateweir: " + sentence + "\n");
  }

  private Run run(String... arguments) throws Exception {
    return finish(start(home.resolve("bin/gateweir"), arguments));
  }

  private Run runScript(Path script) throws Exception {
    return finish(start(script));
  }

  private Process start(Path script, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("/bin/sh"));
    command.add(script.toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", tools.toString());
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static Run finish(Process process) throws Exception {
    String out = text(process.getInputStream().readAllBytes());
    String err = text(process.getErrorStream().readAllBytes());
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return new Run(process.exitValue(), out, err);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private long builds() throws IOException {
    return Files.readAllLines(home.resolve("builds")).size();
  }

  private static void later(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(1)));
  }

  private void java(String version) throws IOException {
    script(
        "java",
        "[ \"$1\" != -version ] || { echo 'openjdk version \""
            + version
            + "\"' >&2; exit 0; }\n"
            + "for a; do echo \"<$a>\"; done\nexit 7\n");
  }

  private void maven(String version, int exit) throws IOException {
    script(
        "mvn",
        "[ \"$1\" != -v ] || { echo 'Apache Maven "
            + version
            + " (abc)'; exit 0; }\n"
            + "echo \"this is Maven's log\"\necho build >> builds\n"
            + "mkdir -p target/flink-lib\ntouch target/gateweir-1.jar target/original-gateweir-1.jar\n"
            + "exit "
            + exit
            + "\n");
  }

  private void script(String name, String text) throws IOException {
    executable(Files.writeString(tools.resolve(name), "#!/bin/sh\n" + text));
  }

  private static void executable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private void passOn(String tool) throws IOException {
    Path real =
        Stream.of("/usr/bin", "/bin")
            .map(place -> Path.of(place, tool))
            .filter(Files::exists)
            .findFirst()
            .orElseThrow();
    script(tool, "exec " + real + " \"$@\"\n");
  }
}
