package dev.maestro.functions.snapshot;

import dev.maestro.wiring.CloudParts;
import dev.maestro.wiring.schedule.ScheduledFunction;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Has yesterday closed for all active tenants.
 *
 * <p>Trigger: Cloud Scheduler, 00:10 UTC, with an OIDC token. Effect: one message {@code {tenant,
 * day}} per active tenant on {@code maestro-snapshots}; with {@code MAESTRO_FANOUT=inline} the days
 * are closed here. Called twice: closing a day twice changes nothing. Retried by Scheduler: 5xx,
 * when store or topic do not answer, or a tenant's day could not be closed. Refused: 401 and 403
 * without one of our tokens, 400 for a schedule time that is none. A person calls it by hand with a
 * token when a day was missed; the next call closes missed days, too.
 */
public final class SnapshotFunction extends ScheduledFunction<LocalDate> {
  private final CloudParts parts;
  private final SnapshotFanOut fanOut;

  /** Wires the real parts from the environment. */
  public SnapshotFunction() {
    this(CloudParts.fromEnvironment("snapshot"));
  }

  SnapshotFunction(CloudParts parts) {
    super(parts);
    this.parts = parts;
    this.fanOut = new SnapshotFanOut(parts);
  }

  @Override
  protected LocalDate due(Instant time) {
    return ClosedDay.before(time, parts.clock().instant());
  }

  @Override
  protected Result run(LocalDate day) {
    SnapshotFanOut.Result result = fanOut.start(day);
    return new Result(result.isComplete(), result.fields());
  }
}
