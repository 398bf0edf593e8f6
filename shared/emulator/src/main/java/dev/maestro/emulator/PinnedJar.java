package dev.maestro.emulator;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

/**
 * A jar on the network that is exactly known: whatever else comes is thrown away.
 *
 * @param name of the file it becomes
 * @param bytes its size
 * @param sha256 of its content, in lower-case hex
 */
record PinnedJar(URI source, String name, long bytes, String sha256) {
  /** The Firestore emulator 1.19.8, where Firebase's tools take it from. */
  static final PinnedJar FIRESTORE =
      new PinnedJar(
          URI.create(
              "https://storage.googleapis.com/firebase-preview-drop/emulator/"
                  + "cloud-firestore-emulator-v1.19.8.jar"),
          "cloud-firestore-emulator-v1.19.8.jar",
          63_634_791,
          "9d43599ed6151199e8d604dc87fac51218e49e5f3a48519b1ae560bbe5e3382d");

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int OK = 200;

  /**
   * Downloads it into a folder.
   *
   * @throws IOException if it cannot be had, or is not the jar that is expected; the folder is as
   *     before then
   */
  Path into(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path part = Files.createTempFile(folder, name, ".part");
    try {
      String actual = fetch(part);
      if (Files.size(part) != bytes || !actual.equals(sha256)) {
        throw new IOException(
            "%s is %d bytes with SHA-256 %s, expected %d with %s"
                .formatted(source, Files.size(part), actual, bytes, sha256));
      }
      return Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** The SHA-256 of what came; an endless body is not read to its end. */
  private String fetch(Path to) throws IOException {
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    HttpRequest request = HttpRequest.newBuilder(source).timeout(PATIENCE).build();
    try {
      HttpResponse<InputStream> answer =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (DigestInputStream body = new DigestInputStream(answer.body(), digest())) {
        if (answer.statusCode() != OK) {
          throw new IOException(source + " answers " + answer.statusCode());
        }
        copy(body, to);
        return HexFormat.of().formatHex(body.getMessageDigest().digest());
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while downloading " + source, stop);
    }
  }

  private void copy(InputStream body, Path to) throws IOException {
    byte[] buffer = new byte[1 << 16];
    try (var out = Files.newOutputStream(to)) {
      long written = 0;
      int read = body.read(buffer);
      while (read >= 0 && written <= bytes) {
        out.write(buffer, 0, read);
        written += read;
        read = body.read(buffer);
      }
    }
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
