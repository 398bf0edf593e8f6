package dev.maestro.functions.orchestrate;

import dev.maestro.engine.cycle.input.Slot;
import dev.maestro.wiring.CloudParts;
import dev.maestro.wiring.schedule.ScheduledFunction;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/**
 * Starts the slot of all active tenants.
 *
 * <p>Trigger: Cloud Scheduler, every 5 minutes, with an OIDC token. Effect: one message {@code
 * {tenant, slot}} per active tenant on {@code maestro-cycles}; with {@code MAESTRO_FANOUT=inline}
 * the cycles themselves. Called twice for a slot: every tenant's slot is decided once all the same.
 * Retried by Scheduler: 5xx, when the store or the topic does not answer, or a cycle inside failed.
 * Refused: 401 and 403 without one of our tokens, 400 for a schedule time that is no time. A person
 * calls it by hand with a token when a slot was missed; after ten minutes a slot is EXPIRED.
 */
public final class OrchestrateFunction extends ScheduledFunction<Slot> {
  private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);

  private final CloudParts parts;
  private final CycleFanOut fanOut;

  /** Wires the real parts from the environment. */
  public OrchestrateFunction() {
    this(CloudParts.fromEnvironment("orchestrate"));
  }

  OrchestrateFunction(CloudParts parts) {
    super(parts);
    this.parts = parts;
    this.fanOut = CycleFanOut.of(parts);
  }

  @Override
  protected Slot due(Instant time) {
    if (time.isAfter(parts.clock().instant().plus(CLOCK_TOLERANCE))) {
      throw new DateTimeException("the scheduled time is later than now, got '" + time + "'");
    }
    return Slot.of(time);
  }

  @Override
  protected Result run(Slot slot) {
    CycleFanOut.Result result = fanOut.start(slot);
    return new Result(result.isComplete(), result.fields(slot));
  }
}
