package dev.maestro.functions.status.settings;

import dev.maestro.engine.form.Written;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.port.RefusedInputException;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.RegisteredStrategyForm;
import dev.maestro.engine.tenant.Tenant;
import dev.maestro.engine.tenant.member.ForeignUserException;
import dev.maestro.engine.tenant.strategy.PutStrategy;
import dev.maestro.functions.status.http.Answer;
import dev.maestro.functions.status.http.JsonBody;
import dev.maestro.functions.status.http.Problem;
import dev.maestro.functions.status.route.MemberCall;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/** {@code PUT strategies/{id}}: registers a strategy, or changes what it may do. */
public final class StrategyCalls {
  private final Function<TenantId, Optional<Tenant>> tenants;
  private final PutStrategy strategies;

  /** Registers through this, for these tenants. */
  public StrategyCalls(Function<TenantId, Optional<Tenant>> tenants, PutStrategy strategies) {
    this.tenants = tenants;
    this.strategies = strategies;
  }

  /** Stores one. */
  public Answer put(MemberCall call) throws Problem, IOException, RefusedInputException {
    StrategyId id =
        StrategyId.of(call.argument("id"))
            .orElseThrow(() -> Problem.notFound("no strategy can have this id"));
    Tenant tenant =
        tenants.apply(call.tenant()).orElseThrow(() -> Problem.notFound("there is no such tenant"));
    RegisteredStrategy strategy =
        JsonBody.read(
            call.request(),
            RegisteredStrategyForm.of(id.value(), tenant.ownerUid())::read,
            Problem::refused);
    try {
      PutStrategy.Outcome outcome = strategies.put(tenant, strategy, call.now());
      Written stands = RegisteredStrategyForm.LISTED.written(strategy);
      return Answer.ok(stands.with("outcome", outcome));
    } catch (ForeignUserException foreign) {
      throw Problem.refused("uid", "uid must be a user of this tenant, and of no other");
    }
  }
}
