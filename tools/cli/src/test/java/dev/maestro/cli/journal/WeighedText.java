package dev.maestro.cli.journal;

import dev.maestro.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A journal that a test writes, and what {@code ./maestro weights} says of it. */
final class WeighedText {
  private WeighedText() {}

  /** Written to a file of that name and weighed with these options. */
  static CommandRun of(Path file, String text, String... options) throws IOException {
    Files.writeString(file, text);
    List<String> words = new ArrayList<>(List.of("weights", "--journal", file.toString()));
    words.addAll(List.of(options));
    return CommandRun.of(words.toArray(new String[0]));
  }
}
