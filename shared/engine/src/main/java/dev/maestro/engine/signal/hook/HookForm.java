package dev.maestro.engine.signal.hook;

import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.View;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** How a hook is written and read; its id is the name of the place where it stands. */
public final class HookForm {
  private static final Field<Hook, TenantId> TENANT =
      Field.required("tenant_id", Kinds.TENANT, Hook::tenant);
  private static final Field<Hook, StrategyId> STRATEGY =
      Field.required("strategy", Kinds.STRATEGY, Hook::strategy);
  private static final Field<Hook, List<Symbol>> SYMBOLS =
      Field.required("symbols", Kinds.list(Kinds.SYMBOL), Hook::symbols);
  private static final Field<Hook, SortedMap<String, String>> NAMES =
      Field.withDefault("names", Kinds.map(Kinds.TEXT), new TreeMap<>(), Hook::names);
  private static final Field<Hook, Optional<String>> SECRET_HASH =
      Field.optional("secret_hash", Kinds.TEXT, Hook::secretHash);
  private static final Field<Hook, String> CREATED_BY =
      Field.required("created_by", Kinds.TEXT, Hook::createdBy);
  private static final Field<Hook, Instant> CREATED_AT =
      Field.required("created_at", Kinds.TIME, Hook::createdAt);
  private static final Field<Hook, Instant> CHANGED_AT =
      Field.required("changed_at", Kinds.TIME, Hook::changedAt);

  /** For people: everything but the hash of the secret. */
  public static final View<Hook> SHOWN =
      View.<Hook>empty()
          .with("id", hook -> hook.id().value())
          .with("state", hook -> hook.secretHash().isPresent() ? "ACTIVE" : "REVOKED")
          .all(View.of(STRATEGY, SYMBOLS, NAMES, CREATED_BY, CREATED_AT, CHANGED_AT), hook -> hook);

  private HookForm() {}

  /** The form of the hook that stands under an id. */
  public static Form<Hook> of(HookId id) {
    return Form.of(
        "a hook",
        in ->
            new Hook(
                id,
                TENANT.in(in),
                STRATEGY.in(in),
                SYMBOLS.in(in),
                NAMES.in(in),
                SECRET_HASH.in(in),
                CREATED_BY.in(in),
                CREATED_AT.in(in),
                CHANGED_AT.in(in)),
        List.of(TENANT, STRATEGY, SYMBOLS, NAMES, SECRET_HASH, CREATED_BY, CREATED_AT, CHANGED_AT));
  }
}
