package dev.maestro.cli.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One page built section by section; everything is inside the file. */
public final class HtmlReport {
  private static final String STYLE =
      "body{font:15px/1.45 system-ui,sans-serif;max-width:960px;margin:2em auto;padding:0 1em;"
          + "color:#222}table{border-collapse:collapse}td,th{padding:.25em .8em;text-align:left;"
          + "border-bottom:1px solid #ddd}td.n{text-align:right;font-variant-numeric:tabular-nums}"
          + "svg{width:100%;font:12px system-ui,sans-serif}h1{font-size:1.5em}h2{font-size:1.15em}";

  private final StringBuilder body = new StringBuilder();

  /** Starts a page. */
  public HtmlReport(String title) {
    body.append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
        .append(Html.text(title))
        .append("</title><style>")
        .append(STYLE)
        .append("</style></head><body><h1>")
        .append(Html.text(title))
        .append("</h1>\n");
  }

  /** Adds a heading. */
  public void heading(String text) {
    body.append("<h2>").append(Html.text(text)).append("</h2>\n");
  }

  /** Adds a paragraph. */
  public void paragraph(String text) {
    body.append("<p>").append(Html.text(text)).append("</p>\n");
  }

  /** Adds a picture. */
  public void chart(LineChart chart) {
    body.append(chart.svg()).append('\n');
  }

  /** Adds a picture that is drawn already. */
  public void picture(String svg) {
    body.append(svg).append('\n');
  }

  /** Adds a table; cells that look like numbers stand to the right. */
  public void table(List<String> header, List<List<String>> rows) {
    body.append("<table><tr>");
    header.forEach(cell -> body.append("<th>").append(Html.text(cell)).append("</th>"));
    body.append("</tr>\n");
    for (List<String> row : rows) {
      body.append("<tr>");
      for (String cell : row) {
        boolean number = cell.matches("-?[\\d.,]+( ?%)?");
        body.append(number ? "<td class=\"n\">" : "<td>").append(Html.text(cell)).append("</td>");
      }
      body.append("</tr>\n");
    }
    body.append("</table>\n");
  }

  /** Writes the page, making the folders it needs. */
  public void write(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, body + "</body></html>\n");
  }
}
