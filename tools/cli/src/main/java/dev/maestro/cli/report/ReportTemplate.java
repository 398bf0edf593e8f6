package dev.maestro.cli.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What the dashboard's build leaves for reports. */
public final class ReportTemplate {
  private static final Path BUILT = Path.of("dashboard", "target", "report", "report.html");

  private ReportTemplate() {}

  /** The project's folder, or the one that we stand in. */
  public static Path home() {
    return Path.of(System.getProperty("maestro.home", "."));
  }

  /** The template; empty: the dashboard is not built. */
  public static Optional<Path> find() {
    return Optional.of(home().resolve(BUILT)).filter(Files::isRegularFile);
  }

  /** The line that names a report. */
  public static String line(Path report, boolean hasTemplate) {
    return "Report: " + report + (hasTemplate ? "" : " (plain tables: the dashboard is not built)");
  }
}
