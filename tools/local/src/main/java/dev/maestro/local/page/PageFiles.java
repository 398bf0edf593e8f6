package dev.maestro.local.page;

import dev.maestro.local.http.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of a built page. Only what is found in the folder has an address, so that no address
 * can name anything else; links are not followed, names that begin with a point are not served.
 *
 * @param folder looked through anew with each call: a build may replace what is in it
 */
record PageFiles(Path folder) {
  /** Its names hold a hash of what is in them. */
  private static final String ASSETS = "assets/";

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml",
          "png", "image/png",
          "ico", "image/x-icon",
          "webmanifest", "application/manifest+json");

  /** The file of a decoded path, {@code index.html} of the root; empty: there is none. */
  Optional<Reply> at(String path) {
    String name = path.equals("/") ? "index.html" : path.substring(1);
    try (Stream<Path> files = Files.walk(folder)) {
      Optional<Path> found = files.filter(file -> name(file).equals(name)).findFirst();
      return found.filter(PageFiles::isServed).map(file -> reply(file, name));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  private String name(Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private static boolean isServed(Path file) {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && !file.getFileName().toString().startsWith(".");
  }

  private static Reply reply(Path file, String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1);
    Map<String, String> headers =
        Map.of(
            "content-type",
            TYPES.getOrDefault(ending, "application/octet-stream"),
            "cache-control",
            name.startsWith(ASSETS) ? "public, max-age=31536000, immutable" : "no-cache");
    try {
      return new Reply(200, headers, Files.readAllBytes(file));
    } catch (IOException unreadable) {
      return Reply.of(404);
    }
  }
}
