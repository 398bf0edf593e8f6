package dev.maestro.functions.paper;

import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.firestore.paper.PaperAccounts;
import dev.maestro.wiring.CloudParts;
import dev.maestro.wiring.schedule.ScheduledFunction;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * The minute of the broker on paper.
 *
 * <p>Trigger: Cloud Scheduler, every minute, with an OIDC token. Effect, for every paper account of
 * every active tenant: intents that nobody took are claimed, new bars fill orders, stops and
 * targets, what happened is reported, and the account is shown. Called twice, or by two at once:
 * nothing happens twice. An account that cannot be worked on costs only itself: it is logged, and
 * the next minute does what this one did not. Refused: 401 and 403 without one of our tokens, 400
 * for a schedule time that is none.
 */
public final class PaperTickFunction extends ScheduledFunction<Instant> {
  private final CloudParts parts;
  private final PaperDesks desks;

  /** Wires the real parts from the environment. */
  public PaperTickFunction() {
    this(CloudParts.fromEnvironment("paper-tick"));
  }

  PaperTickFunction(CloudParts parts) {
    super(parts);
    this.parts = parts;
    this.desks = new PaperDesks(parts);
  }

  @Override
  protected Instant due(Instant time) {
    return time.truncatedTo(ChronoUnit.MINUTES);
  }

  @Override
  protected Result run(Instant minute) {
    int accounts = 0;
    int failed = 0;
    for (Map.Entry<TenantId, List<AccountId>> onPaper :
        new PaperAccounts(parts.firestore()).ofActiveTenants().entrySet()) {
      PaperDesks.Minute done = desks.tick(onPaper.getKey(), onPaper.getValue());
      accounts += done.accounts();
      failed += done.failed();
    }
    return new Result(true, Map.of("status", "done", "accounts", accounts, "failed", failed));
  }
}
