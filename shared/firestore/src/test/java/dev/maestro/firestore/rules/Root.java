package dev.maestro.firestore.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files at the root of the repository. */
public final class Root {
  private Root() {}

  /** Where a file is that must be there. */
  public static Path file(String name) {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("firebase.json"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("firebase.json is in no folder above this one");
      }
    }
    return folder.resolve(name);
  }

  /** The text of a file. */
  public static String text(String name) {
    try {
      return Files.readString(file(name));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
