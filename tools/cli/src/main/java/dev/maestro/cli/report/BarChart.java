package dev.maestro.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Named fractions as bars in one SVG file; what is below 0 goes to the left and is red. */
public final class BarChart {
  private static final int WIDTH = 720;
  private static final int NAMES = 190;
  private static final int ROW = 20;
  private static final int FIGURES = 60;

  private final List<Bar> bars = new ArrayList<>();
  private double least;
  private double most = 0.1;

  private record Bar(String name, double fraction, boolean isHeading) {}

  /** Begins a group. */
  public void heading(String text) {
    bars.add(new Bar(text, 0, true));
  }

  /** Adds a bar. */
  public void add(String name, double fraction) {
    bars.add(new Bar(name, fraction, false));
    least = Math.min(least, fraction);
    most = Math.max(most, fraction);
  }

  /** The picture, a whole file. */
  public String svg() {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < bars.size(); i++) {
      rows.add(row(bars.get(i), i * ROW));
    }
    return String.format(
        Locale.ROOT,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
            + " font-family=\"system-ui,sans-serif\" font-size=\"13\">%n"
            + "<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>%n%s%n</svg>%n",
        WIDTH,
        bars.size() * ROW + ROW / 2,
        WIDTH,
        String.join("\n", rows));
  }

  private String row(Bar bar, int top) {
    String name =
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\"%s>%s</text>",
            bar.isHeading() ? 0 : 8,
            top + 16,
            bar.isHeading() ? " font-weight=\"bold\"" : "",
            Html.text(bar.name()));
    double zero = x(0);
    double end = x(bar.fraction());
    return bar.isHeading()
        ? name
        : name
            + String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>"
                    + "<text x=\"%.1f\" y=\"%d\">%.2f</text>",
                Math.min(zero, end),
                top + 4,
                Math.abs(end - zero),
                ROW - 5,
                bar.fraction() < 0 ? "#d55e00" : "#0072b2",
                Math.max(zero, end) + 5,
                top + 16,
                bar.fraction());
  }

  private double x(double fraction) {
    return NAMES + (fraction - least) / (most - least) * (WIDTH - NAMES - FIGURES);
  }
}
