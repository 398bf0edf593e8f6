package dev.maestro.market.host;

import dev.maestro.engine.systemic.RiskCheck;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * A jar as it is before anything of it is loaded.
 *
 * @param fault one sentence with the mend; empty: it may be loaded
 * @param mayHoldCheck true if it names a risk check, or if nobody can tell
 */
record JarInspection(Optional<String> fault, boolean mayHoldCheck) {
  private static final String CHECKS = "META-INF/services/" + RiskCheck.class.getName();

  /** Reads every entry to its end, so that what is cut off or damaged shows. */
  static JarInspection of(Path file) {
    String name = String.valueOf(file.getFileName());
    try (JarFile jar = new JarFile(file.toFile())) {
      if (jar.size() == 0) {
        return unreadable(name, "it is empty");
      }
      List<String> faults = new ArrayList<>();
      furtherJars(jar, name).ifPresent(faults::add);
      for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
        faultOf(jar, entries.nextElement(), name).ifPresent(faults::add);
      }
      return new JarInspection(faults.stream().findFirst(), jar.getEntry(CHECKS) != null);
    } catch (IOException | RuntimeException damaged) {
      return unreadable(name, String.valueOf(damaged.getMessage()));
    }
  }

  private static JarInspection unreadable(String name, String why) {
    return new JarInspection(
        Optional.of(name + " cannot be read as a jar (" + why + "): build and copy it anew"), true);
  }

  /** They would be loaded without having been looked at. */
  private static Optional<String> furtherJars(JarFile jar, String name) throws IOException {
    return Optional.ofNullable(jar.getManifest())
        .map(Manifest::getMainAttributes)
        .map(attributes -> attributes.getValue(Attributes.Name.CLASS_PATH))
        .map(
            further ->
                name
                    + " is refused: its manifest names further jars ("
                    + further
                    + "): put them into the folder instead");
  }

  private static Optional<String> faultOf(JarFile jar, JarEntry entry, String name)
      throws IOException {
    byte[] content;
    try (InputStream in = jar.getInputStream(entry)) {
      content = in.readAllBytes();
    }
    if (!entry.getName().endsWith(".class")) {
      return Optional.empty();
    }
    return ClassCalls.ending(content)
        .map(
            call ->
                name
                    + " is refused: its class "
                    + entry.getName().replace(".class", "").replace('/', '.')
                    + " has "
                    + call
                    + ", which can end the cycles of every tenant: take it out");
  }
}
