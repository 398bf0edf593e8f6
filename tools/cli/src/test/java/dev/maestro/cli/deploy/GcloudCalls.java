package dev.maestro.cli.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What gcloud is called with, beside what its parser took: {@code tools/deploy/check-gcloud.sh}
 * asks the installed one about the calls that are written down here, and remembers commands and
 * options in {@code gcloud-accepted.txt}.
 */
final class GcloudCalls {
  private static final Path FOLDER = Tree.ROOT.resolve("tools/cli/target/gcloud-calls");

  private GcloudCalls() {}

  /** The remembered answer, its first lines included. */
  static List<String> accepted() {
    return Tree.text("tools/deploy/gcloud-accepted.txt").lines().toList();
  }

  /**
   * Writes calls down for the parser, and finds those whose command or options it never took; they
   * need a run of {@code tools/deploy/check-gcloud.sh}.
   *
   * @param name of the file
   * @param calls a word in brackets each; of other programs, too
   */
  static NavigableSet<String> unknown(String name, Collection<String> calls) throws IOException {
    NavigableSet<String> ours = new TreeSet<>(calls);
    ours.removeIf(call -> !call.startsWith("[gcloud]"));
    Files.createDirectories(FOLDER);
    Files.write(FOLDER.resolve(name + ".txt"), ours);
    NavigableSet<String> shapes = new TreeSet<>();
    ours.forEach(call -> shapes.add(call.replaceAll("=[^\\]]*\\]", "]")));
    shapes.removeAll(Set.copyOf(accepted()));
    return shapes;
  }
}
