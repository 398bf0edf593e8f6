package dev.maestro.testing.emulator;

import dev.maestro.emulator.Emulator;
import dev.maestro.emulator.EmulatorNotUpException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * One Firestore emulator for all tests of a process: started at its first use, ended with the
 * process. Tests keep apart by project id.
 */
public final class SharedEmulator {
  private SharedEmulator() {}

  private static final class Holder {
    static final Emulator FIRESTORE = start();

    private static Emulator start() {
      Emulator emulator = startOnAnyPort();
      Runtime.getRuntime().addShutdownHook(new Thread(emulator::close));
      return emulator;
    }

    private static Emulator startOnAnyPort() {
      try {
        return Emulator.firestore(Emulator.FirestoreOptions.on(logFolder()));
      } catch (EmulatorNotUpException portTaken) {
        return Emulator.firestore(Emulator.FirestoreOptions.on(logFolder()));
      }
    }

    private static Path logFolder() {
      try {
        return Files.createDirectories(
            Path.of("target", "emulators", Long.toString(ProcessHandle.current().pid())));
      } catch (IOException unwritable) {
        throw new UncheckedIOException(unwritable);
      }
    }
  }

  /** Its host and port. */
  public static String firestore() {
    return Holder.FIRESTORE.host();
  }

  /** Removes every document of a project. */
  public static void clear(String projectId) {
    URI address =
        Holder.FIRESTORE
            .address()
            .resolve("/emulator/v1/projects/" + projectId + "/databases/(default)/documents");
    HttpRequest request =
        HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(30)).DELETE().build();
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException("the emulator refused to clear: " + answer.body());
      }
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", stop);
    }
  }
}
