package dev.maestro.cli.report;

import java.util.Locale;

/** A distribution as a small strip of bars; what lies below 0 has another colour. */
public final class StripChart {
  private static final int WIDTH = 6;
  private static final int HEIGHT = 40;
  private static final int LABELS = 14;

  private StripChart() {}

  /**
   * A picture.
   *
   * @param strip a height from 0 to z for each bar, as digits and then letters
   * @param from what the first bar stands for
   * @param to what the last bar stands for
   */
  public static String svg(String strip, int from, int to) {
    StringBuilder svg = new StringBuilder();
    int bars = strip.length();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg viewBox=\"0 0 %d %d\" style=\"max-width:%dpx\" role=\"img\""
                + " aria-label=\"belief about the Sharpe ratio from %d to %d\">",
            bars * WIDTH,
            HEIGHT + LABELS,
            2 * bars * WIDTH,
            from,
            to));
    for (int i = 0; i < bars; i++) {
      int height =
          Character.digit(strip.charAt(i), Character.MAX_RADIX)
              * HEIGHT
              / (Character.MAX_RADIX - 1);
      boolean isNegative = from + (double) (to - from) * i / (bars - 1) < 0;
      svg.append(
          String.format(
              Locale.ROOT,
              "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>",
              i * WIDTH,
              HEIGHT - height,
              WIDTH - 1,
              height,
              isNegative ? "#d55e00" : "#0072b2"));
    }
    for (int value = from; value <= to; value += 2) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%d</text>",
              (double) (value - from) / (to - from) * (bars - 1) * WIDTH + WIDTH / 2.0,
              HEIGHT + LABELS - 2,
              value));
    }
    return svg.append("</svg>").toString();
  }
}
