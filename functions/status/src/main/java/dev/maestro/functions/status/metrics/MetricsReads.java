package dev.maestro.functions.status.metrics;

import dev.maestro.engine.metrics.LoadMetricsPort;
import dev.maestro.functions.status.http.Answer;
import dev.maestro.functions.status.route.MemberCall;

/** {@code GET /metrics}: the figures of the caller's tenant, and of no other. */
public final class MetricsReads {
  private final LoadMetricsPort metrics;

  /** Of these figures. */
  public MetricsReads(LoadMetricsPort metrics) {
    this.metrics = metrics;
  }

  /** All that is known, as text for Prometheus. */
  public Answer text(MemberCall call) {
    MetricsText text = new MetricsText(call.tenant(), call.now());
    return Answer.text(MetricsText.CONTENT_TYPE, text.of(metrics.load(call.tenant())));
  }
}
