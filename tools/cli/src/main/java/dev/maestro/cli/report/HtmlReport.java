package dev.maestro.cli.report;

import dev.maestro.cli.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One page built section by section; everything is inside the file. With a template of the
 * dashboard its components show the sections; without one they are plain tables and plots.
 */
public final class HtmlReport {
  private static final int FORMAT = 1;

  /** What stands in the template where the sections go. */
  private static final String PLACE = "{\"report\":\"none\"}";

  private static final String STYLE =
      "body{font:15px/1.45 system-ui,sans-serif;max-width:960px;margin:2em auto;padding:0 1em;"
          + "color:#222}table{border-collapse:collapse}td,th{padding:.25em .8em;text-align:left;"
          + "border-bottom:1px solid #ddd}td.n{text-align:right;font-variant-numeric:tabular-nums}"
          + "svg{width:100%;font:12px system-ui,sans-serif}h1{font-size:1.5em}h2{font-size:1.15em}";

  private final String title;
  private final StringBuilder body = new StringBuilder();
  private final List<Map<String, Object>> sections = new ArrayList<>();

  /** Starts a page. */
  public HtmlReport(String title) {
    this.title = title;
  }

  /** Adds a paragraph. */
  public void paragraph(String text) {
    body.append("<p>").append(Html.text(text)).append("</p>\n");
    section("TEXT", "").put("text", text);
  }

  /** Adds a picture. */
  public void chart(String heading, LineChart chart) {
    heading(heading);
    body.append(chart.svg()).append('\n');
    section("CHART", heading).put("series", chart.series());
  }

  /** Adds a picture that is drawn already; the plain page alone shows it. */
  public void picture(String svg) {
    body.append(svg).append('\n');
  }

  /** Adds a table; cells that look like numbers stand to the right. */
  public void table(String heading, Look look, List<String> header, List<List<String>> rows) {
    heading(heading);
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
    Map<String, Object> section = section(look.name(), heading);
    section.put("header", header);
    section.put("rows", rows);
  }

  /**
   * Writes the page, making the folders it needs.
   *
   * @param template of the dashboard's build; empty: the plain page
   */
  public void write(Path file, Optional<Path> template) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, template.isPresent() ? filled(template.get()) : plain());
  }

  private String plain() {
    String escaped = Html.text(title);
    return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>"
        + escaped
        + "</title><style>"
        + STYLE
        + "</style></head><body><h1>"
        + escaped
        + "</h1>\n"
        + body
        + "</body></html>\n";
  }

  /** No text can end the element that it stands in: it holds no angle bracket. */
  private String filled(Path template) throws IOException {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("format", FORMAT);
    report.put("title", title);
    report.put("sections", sections);
    String page = Files.readString(template);
    if (!page.contains(PLACE)) {
      throw new IOException(template + " has no place for a report: build it again");
    }
    return page.replace(PLACE, JsonText.write(report).replace("<", "\\u003c"));
  }

  /** Adds a heading; the sections of a template have one of their own. */
  public void heading(String text) {
    body.append("<h2>").append(Html.text(text)).append("</h2>\n");
  }

  private Map<String, Object> section(String kind, String heading) {
    Map<String, Object> section = new LinkedHashMap<>();
    section.put("kind", kind);
    section.put("heading", heading);
    sections.add(section);
    return section;
  }
}
