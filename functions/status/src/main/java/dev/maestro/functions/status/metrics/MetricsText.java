package dev.maestro.functions.status.metrics;

import dev.maestro.engine.metrics.Counted;
import dev.maestro.engine.metrics.Durations;
import dev.maestro.engine.metrics.Metrics;
import dev.maestro.engine.metrics.TimeBucket;
import dev.maestro.engine.metrics.Timed;
import dev.maestro.engine.name.TenantId;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;

/**
 * Metrics of a tenant as Prometheus' own library writes them. What is not known is not there; it is
 * neither 0 nor NaN.
 */
record MetricsText(TenantId tenant, Instant now) {
  /** Of the text, as Prometheus asks for it. */
  static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

  private static final double MILLIS = 1000;

  String of(Metrics metrics) {
    List<MetricSnapshot> known = new ArrayList<>();
    for (Counted counted : Counted.values()) {
      SortedMap<String, Long> words = counted.in(metrics.counts());
      if (!words.isEmpty()) {
        known.add(counter(counted, words));
      }
    }
    for (Timed timed : Timed.values()) {
      timed.in(metrics.counts()).ifPresent(times -> known.add(histogram(timed, times)));
    }
    metrics
        .gaugesAt(now)
        .forEach(
            (gauge, value) ->
                known.add(
                    GaugeSnapshot.builder()
                        .name(gauge.metric())
                        .help(gauge.help())
                        .dataPoint(
                            GaugeSnapshot.GaugeDataPointSnapshot.builder()
                                .labels(ofTenant())
                                .value(value)
                                .build())
                        .build()));
    return text(new MetricSnapshots(known));
  }

  private CounterSnapshot counter(Counted counted, SortedMap<String, Long> words) {
    CounterSnapshot.Builder counter =
        CounterSnapshot.builder().name(counted.metric()).help(counted.help());
    words.forEach(
        (word, number) ->
            counter.dataPoint(
                CounterSnapshot.CounterDataPointSnapshot.builder()
                    .labels(ofTenant().merge(Labels.of(counted.labels(), counted.labelsOf(word))))
                    .value(number)
                    .build()));
    return counter.build();
  }

  private HistogramSnapshot histogram(Timed timed, Durations times) {
    ClassicHistogramBuckets.Builder buckets = ClassicHistogramBuckets.builder();
    Iterator<Long> counts = times.buckets().iterator();
    for (TimeBucket bucket : TimeBucket.values()) {
      double limit = bucket.limit().map(MetricsText::seconds).orElse(Double.POSITIVE_INFINITY);
      buckets.bucket(limit, counts.next());
    }
    return HistogramSnapshot.builder()
        .name(timed.metric())
        .help(timed.help())
        .dataPoint(
            HistogramSnapshot.HistogramDataPointSnapshot.builder()
                .labels(ofTenant())
                .classicHistogramBuckets(buckets.build())
                .sum(seconds(times.sum()))
                .build())
        .build();
  }

  private Labels ofTenant() {
    return Labels.of("tenant", tenant.value());
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / MILLIS;
  }

  private static String text(MetricSnapshots snapshots) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create().write(bytes, snapshots);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
