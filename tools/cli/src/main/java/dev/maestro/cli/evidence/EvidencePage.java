package dev.maestro.cli.evidence;

import dev.maestro.cli.CommandFailure;
import dev.maestro.cli.report.HtmlReport;
import dev.maestro.cli.report.Look;
import dev.maestro.cli.report.StripChart;
import dev.maestro.engine.evidence.EvidenceOpinion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The table as a page, with a picture of what is believed of each strategy. */
final class EvidencePage {
  private EvidencePage() {}

  /** Writes {@code evidence.html}. */
  static Path write(List<EvidenceLine> lines, Path folder) {
    HtmlReport page = new HtmlReport("Evidence");
    page.table(
        "All records",
        Look.TABLE,
        EvidenceTable.HEADER,
        lines.stream().map(EvidenceTable::cells).toList());
    for (EvidenceLine line : lines) {
      page.heading(line.agent().value() + " in " + line.strategy().value());
      line.opinion()
          .map(EvidenceOpinion::strip)
          .ifPresent(strip -> page.picture(StripChart.svg(strip, -4, 4)));
      line.opinion().map(EvidenceOpinion::reasoning).ifPresent(page::paragraph);
      page.paragraph(EvidenceTable.sentence(line));
    }
    Path file = folder.resolve("evidence.html");
    try {
      page.write(file, Optional.empty());
    } catch (IOException failure) {
      throw new CommandFailure(
          file + " could not be written: choose another place with --out (" + failure + ")");
    }
    return file;
  }
}
