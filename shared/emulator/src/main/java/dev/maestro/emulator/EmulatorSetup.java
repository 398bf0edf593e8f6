package dev.maestro.emulator;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The emulators, for the script {@code ./maestro}: it compiles this package and runs it before
 * Maven does anything, so that there is one rule for where emulators are. It stands on the JDK
 * alone.
 */
public final class EmulatorSetup {
  private EmulatorSetup() {}

  /**
   * {@code missing} prints Debian's packages of what is not here, one a line; {@code fetch}
   * downloads what can be downloaded and says what cannot, in one sentence each.
   */
  public static void main(String[] task) {
    try {
      run(task[0], new EmulatorJars(System.getenv()), System.out::println);
    } catch (IllegalStateException wrongVariable) {
      System.err.println("maestro: " + wrongVariable.getMessage());
      System.exit(1);
    }
  }

  static void run(String task, EmulatorJars jars, Consumer<String> out) {
    List<String> missing = jars.missingPackages();
    if (task.equals("missing")) {
      missing.forEach(out);
      return;
    }
    for (String each : missing) {
      if (each.equals(EmulatorJars.FIRESTORE_PACKAGE)) {
        out.accept("maestro: downloading the Firestore emulator (64 MB, once) ...");
        attempt(jars::firestore, out);
      } else {
        attempt(jars::pubsub, out);
      }
    }
  }

  /** What cannot be had is told, and the tests that need it fail with the same sentence. */
  private static void attempt(Supplier<Path> found, Consumer<String> out) {
    try {
      Path unused = found.get();
    } catch (IllegalStateException missing) {
      out.accept("maestro: " + missing.getMessage());
    }
  }
}
