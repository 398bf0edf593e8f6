package dev.maestro.bench.coldstart;

import dev.maestro.local.catalog.DeployedFunction;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/** What the jars of functions carry, the largest first. */
final class JarContents {
  private static final int SHOWN = 8;
  private static final int DEPTH = 3;

  private JarContents() {}

  static void print(List<DeployedFunction> functions, PrintStream out) throws IOException {
    out.println("| jar | MB | its largest parts, MB |");
    out.println("|---|---|---|");
    for (Path jar : functions.stream().map(DeployedFunction::jar).distinct().toList()) {
      Map<String, Long> parts = parts(jar);
      String largest =
          parts.entrySet().stream()
              .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
              .limit(SHOWN)
              .map(part -> part.getKey() + " " + megabytes(part.getValue()))
              .collect(Collectors.joining(", "));
      long all = parts.values().stream().mapToLong(size -> size).sum();
      out.println("| " + jar.getFileName() + " | " + megabytes(all) + " | " + largest + " |");
    }
  }

  /** Compressed bytes by the first names of their paths. */
  private static Map<String, Long> parts(Path jar) throws IOException {
    Map<String, Long> parts = new TreeMap<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      for (JarEntry entry : (Iterable<JarEntry>) file.stream()::iterator) {
        String[] path = entry.getName().split("/", -1);
        String part =
            Arrays.stream(path)
                .limit(Math.min(DEPTH, Math.max(1, path.length - 1)))
                .collect(Collectors.joining("."));
        parts.merge(part, entry.getCompressedSize(), Long::sum);
      }
    }
    return parts;
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f", bytes / 1e6);
  }
}
