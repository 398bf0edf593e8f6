package dev.maestro.emulator.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What lives in the heap of another JVM of this machine after a full collection.
 *
 * @param bytes of all objects
 * @param instances of each class, by the name that the JVM gives it; arrays of int are left out,
 *     because a JVM fills gaps with them
 */
public record LiveHeap(long bytes, SortedMap<String, Long> instances) {
  /** A row: its number, instances, bytes, the class, and for those of the JDK their module. */
  private static final Pattern ROW =
      Pattern.compile("^ *\\d+: +(\\d+) +\\d+ +(\\S+)", Pattern.MULTILINE);

  private static final Pattern TOTAL = Pattern.compile("^Total +\\d+ +(\\d+)", Pattern.MULTILINE);

  private static final Set<String> FILLERS =
      Set.of("[I", "[Ljdk.internal.vm.FillerElement;", "jdk.internal.vm.FillerObject");

  /** Keeps its own map. */
  public LiveHeap {
    instances = Collections.unmodifiableSortedMap(new TreeMap<>(instances));
  }

  /**
   * Collects and counts.
   *
   * @throws UncheckedIOException if there is no such JVM, or it belongs to somebody else
   */
  public static LiveHeap of(long pid) {
    try {
      Process jcmd =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                  String.valueOf(pid),
                  "GC.class_histogram")
              .redirectErrorStream(true)
              .start();
      return read(new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException silent) {
      throw new UncheckedIOException("jcmd cannot look into process " + pid, silent);
    }
  }

  static LiveHeap read(String histogram) throws IOException {
    Matcher total = TOTAL.matcher(histogram);
    if (!total.find()) {
      throw new IOException("jcmd does not say what lives: " + histogram.strip());
    }
    SortedMap<String, Long> instances = new TreeMap<>();
    ROW.matcher(histogram)
        .results()
        .forEach(row -> instances.merge(row.group(2), Long.parseLong(row.group(1)), Long::sum));
    instances.keySet().removeAll(FILLERS);
    return new LiveHeap(Long.parseLong(total.group(1)), instances);
  }

  /** Classes of which there are at least so many instances more than there were before. */
  public SortedMap<String, Long> grownBy(long least, LiveHeap before) {
    SortedMap<String, Long> grown = new TreeMap<>();
    for (Map.Entry<String, Long> now : instances.entrySet()) {
      long more = now.getValue() - before.instances.getOrDefault(now.getKey(), 0L);
      if (more >= least) {
        grown.put(now.getKey(), more);
      }
    }
    return grown;
  }
}
