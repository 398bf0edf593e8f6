package dev.maestro.cli.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Shares over time as lines in one SVG picture: x is time, y is 0 to the largest value in percent.
 */
public final class LineChart {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 320;
  private static final int MARGIN = 46;
  private static final int LEGEND_COLUMNS = 5;
  private static final int MOST_POINTS = 2_000;
  private static final List<String> COLOURS =
      List.of(
          "#1f77b4", "#d62728", "#2ca02c", "#9467bd", "#ff7f0e", "#17becf", "#8c564b", "#7f7f7f");

  private record Point(Instant time, double fraction) {}

  private final Map<String, List<Point>> series = new LinkedHashMap<>();

  /** Adds one value of one series; times of a series ascend. */
  public void add(String name, Instant time, double fraction) {
    series.computeIfAbsent(name, n -> new ArrayList<>()).add(new Point(time, fraction));
  }

  /**
   * The lines as plain values: a label, and points of milliseconds since 1970 and a fraction; of a
   * line with very many points as many as a screen has columns, the last among them.
   */
  List<Map<String, Object>> series() {
    List<Map<String, Object>> lines = new ArrayList<>();
    series.forEach(
        (name, points) -> {
          int step = (points.size() + MOST_POINTS - 1) / MOST_POINTS;
          List<List<Number>> shown = new ArrayList<>();
          for (int at = (points.size() - 1) % step; at < points.size(); at += step) {
            shown.add(List.of(points.get(at).time().toEpochMilli(), points.get(at).fraction()));
          }
          lines.add(Map.of("label", name, "points", shown));
        });
    return lines;
  }

  /** The picture, with a legend; a note where nothing was added. */
  public String svg() {
    List<Point> all = series.values().stream().flatMap(List::stream).toList();
    if (all.isEmpty()) {
      return "<p>No trade was weighed.</p>";
    }
    long first = all.stream().mapToLong(p -> p.time().toEpochMilli()).min().orElseThrow();
    long last = all.stream().mapToLong(p -> p.time().toEpochMilli()).max().orElseThrow();
    double top = Math.max(0.1, all.stream().mapToDouble(Point::fraction).max().orElseThrow());
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"weights over time\">%n",
            WIDTH,
            HEIGHT + 24 + series.size() / LEGEND_COLUMNS * 18));
    grid(svg, top, first, last);
    int colour = 0;
    for (Map.Entry<String, List<Point>> line : series.entrySet()) {
      line(svg, line, COLOURS.get(colour % COLOURS.size()), colour, first, last, top);
      colour++;
    }
    return svg.append("</svg>").toString();
  }

  private static void grid(StringBuilder svg, double top, long first, long last) {
    for (int step = 0; step <= 4; step++) {
      double y = y(top * step / 4, top);
      svg.append(
          String.format(
              Locale.ROOT,
              "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/>"
                  + "<text x=\"4\" y=\"%.1f\">%.0f %%</text>%n",
              MARGIN,
              WIDTH,
              y,
              y,
              y + 4,
              100 * top * step / 4));
    }
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\">%s</text><text x=\"%d\" y=\"%d\""
                + " text-anchor=\"end\">%s</text>%n",
            MARGIN,
            HEIGHT - 8,
            Instant.ofEpochMilli(first),
            WIDTH,
            HEIGHT - 8,
            Instant.ofEpochMilli(last)));
  }

  private static void line(
      StringBuilder svg,
      Map.Entry<String, List<Point>> line,
      String colour,
      int place,
      long first,
      long last,
      double top) {
    svg.append("<polyline fill=\"none\" stroke-width=\"1.6\" stroke=\"").append(colour);
    svg.append("\" points=\"");
    for (Point point : line.getValue()) {
      double along = (point.time().toEpochMilli() - first) / (double) Math.max(1, last - first);
      svg.append(
          String.format(
              Locale.ROOT,
              "%.1f,%.1f ",
              MARGIN + along * (WIDTH - MARGIN),
              y(point.fraction(), top)));
    }
    svg.append(
        String.format(
            Locale.ROOT,
            "\"/>%n<text x=\"%d\" y=\"%d\" fill=\"%s\">%s</text>%n",
            MARGIN + place % LEGEND_COLUMNS * 170,
            HEIGHT + 16 + place / LEGEND_COLUMNS * 18,
            colour,
            Html.text(line.getKey())));
  }

  private static double y(double fraction, double top) {
    return 10 + (1 - fraction / top) * (HEIGHT - 40);
  }
}
