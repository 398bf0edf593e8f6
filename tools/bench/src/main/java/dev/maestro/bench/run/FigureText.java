package dev.maestro.bench.run;

import java.util.Locale;

/** Measured figures as tables show them: three digits say all that there is to say. */
final class FigureText {
  private FigureText() {}

  /** A time from microseconds. */
  static String micros(double micros) {
    if (micros >= 1e6) {
      return short3(micros / 1e6) + " s";
    }
    return micros >= 1e4 ? short3(micros / 1e3) + " ms" : short3(micros) + " us";
  }

  /** A multiple. */
  static String times(double ratio) {
    return short3(ratio) + " x";
  }

  private static String short3(double value) {
    int places = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
    return String.format(Locale.ROOT, "%." + places + "f", value);
  }
}
