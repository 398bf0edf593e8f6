package dev.maestro.functions.status.metrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Prometheus' text format 0.0.4, strictly read: the Java library writes it and has no parser. Every
 * family has help, type and samples, in that order and once; series are unique, counters whole and
 * not negative, histograms cumulative and complete.
 */
public record Exposition(SortedMap<String, Exposition.Family> families) {
  private static final Pattern COMMENT =
      Pattern.compile("# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)");
  private static final Pattern SAMPLE =
      Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? ([^ ]+)");
  private static final Pattern LABEL =
      Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\n]|\\\\[\\\\\"n])*)\"(,|$)");

  /** Help, type and samples of one name. */
  public record Family(String name, String type, List<Sample> samples) {}

  /** One line: what it is called, and the figure. */
  public record Sample(String name, SortedMap<String, String> labels, double value) {}

  /** Reads all of it, or fails with the line. */
  public static Exposition parse(String text) {
    require(text.isEmpty() || text.endsWith("\n"), "the last line has no end", text);
    SortedMap<String, Family> families = new TreeMap<>();
    String help = "";
    Family open = new Family("", "", List.of());
    for (String line : text.lines().toList()) {
      Matcher comment = COMMENT.matcher(line);
      if (!comment.matches()) {
        Sample sample = sample(line);
        require(isOf(open, sample.name()), "a sample of another family", line);
        require(open.samples().stream().noneMatch(known -> isSame(known, sample)), "twice", line);
        open.samples().add(sample);
      } else if (comment.group(1).equals("HELP")) {
        help = comment.group(2);
      } else {
        require(help.equals(comment.group(2)), "a type without its help before it", line);
        open = new Family(help, comment.group(3), new ArrayList<>());
        require(families.put(help, open) == null, "a family twice", line);
      }
    }
    families.values().forEach(Exposition::check);
    return new Exposition(families);
  }

  /** The value of one series. */
  public double value(String name, Map<String, String> labels) {
    return families.values().stream()
        .flatMap(family -> family.samples().stream())
        .filter(sample -> sample.name().equals(name) && sample.labels().equals(labels))
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no " + name + labels))
        .value();
  }

  /** All series with their labels, and what each of them says. */
  public SortedMap<String, Double> series() {
    SortedMap<String, Double> all = new TreeMap<>();
    families.values().stream()
        .flatMap(family -> family.samples().stream())
        .forEach(sample -> all.put(sample.name() + sample.labels(), sample.value()));
    return all;
  }

  /** The cumulative buckets of a histogram that has one series. */
  public SortedMap<Double, Double> bucketsOf(String name) {
    SortedMap<Double, Double> buckets = new TreeMap<>();
    for (Sample sample : families.getOrDefault(name, new Family(name, "", List.of())).samples()) {
      if (sample.name().equals(name + "_bucket")) {
        buckets.put(number(sample.labels().getOrDefault("le", "")), sample.value());
      }
    }
    return buckets;
  }

  private static Sample sample(String line) {
    Matcher sample = SAMPLE.matcher(line);
    require(sample.matches(), "neither comment nor sample", line);
    SortedMap<String, String> labels = new TreeMap<>();
    String given = sample.group(2) == null ? "" : sample.group(2);
    Matcher label = LABEL.matcher(given);
    int end = 0;
    while (label.find()) {
      require(label.start() == end, "labels that cannot be read", line);
      require(labels.put(label.group(1), label.group(2)) == null, "a label twice", line);
      end = label.end();
    }
    require(end == given.length() && !given.endsWith(","), "labels that cannot be read", line);
    return new Sample(sample.group(1), labels, number(sample.group(3)));
  }

  private static double number(String text) {
    return text.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
  }

  private static boolean isSame(Sample one, Sample other) {
    return one.name().equals(other.name()) && one.labels().equals(other.labels());
  }

  private static boolean isOf(Family family, String sample) {
    return family.type().equals("histogram")
        ? sample.matches(Pattern.quote(family.name()) + "_(bucket|sum|count)")
        : !family.name().isEmpty() && sample.equals(family.name());
  }

  private static void check(Family family) {
    require(!family.samples().isEmpty(), "no samples", family.name());
    switch (family.type()) {
      case "counter" -> {
        require(family.name().endsWith("_total"), "a counter without _total", family.name());
        family
            .samples()
            .forEach(
                sample ->
                    require(
                        sample.value() >= 0 && sample.value() == Math.rint(sample.value()),
                        "no count",
                        sample.toString()));
      }
      case "gauge" ->
          family
              .samples()
              .forEach(
                  sample ->
                      require(Double.isFinite(sample.value()), "no number", sample.toString()));
      case "histogram" -> checkHistogram(family);
      default -> require(false, "an unknown type", family.toString());
    }
  }

  private static void checkHistogram(Family family) {
    Map<String, Double> last = new LinkedHashMap<>();
    for (Sample sample : family.samples()) {
      if (sample.name().endsWith("_bucket")) {
        require(sample.labels().containsKey("le"), "a bucket without le", sample.toString());
        double before = last.getOrDefault("value", 0.0);
        require(sample.value() >= before, "a bucket below the one before", sample.toString());
        require(
            number(sample.labels().getOrDefault("le", ""))
                > last.getOrDefault("le", Double.NEGATIVE_INFINITY),
            "buckets out of order",
            sample.toString());
        last.put("value", sample.value());
        last.put("le", number(sample.labels().getOrDefault("le", "")));
      } else if (sample.name().endsWith("_count")) {
        require(
            last.getOrDefault("le", 0.0).isInfinite()
                && last.getOrDefault("value", -1.0) == sample.value(),
            "a count that is not that of +Inf",
            sample.toString());
      }
    }
    require(family.samples().size() >= 4, "no buckets, sum and count", family.name());
  }

  private static void require(boolean isGood, String rule, String where) {
    if (!isGood) {
      throw new AssertionError(rule + ": " + where);
    }
  }
}
