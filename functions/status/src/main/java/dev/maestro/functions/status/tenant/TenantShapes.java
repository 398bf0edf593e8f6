package dev.maestro.functions.status.tenant;

import dev.maestro.engine.control.TradingState;
import dev.maestro.engine.policy.BlockReason;
import dev.maestro.engine.policy.EntryMode;
import dev.maestro.engine.policy.ExitMode;
import dev.maestro.engine.policy.ProfileName;
import dev.maestro.engine.policy.RiskProfile;
import dev.maestro.engine.policy.SymbolsDefault;
import dev.maestro.functions.status.shape.Shape;

/** What holds for a tenant, as it is answered. */
public final class TenantShapes {
  private static final Shape TIME = Shape.TIME.orNull();
  private static final Shape WORDS = Shape.list(Shape.TEXT);

  private static final Shape TERMS =
      Shape.object()
          .has("allow_new_trades", Shape.FLAG)
          .has("risk_profile", Shape.word(RiskProfile.class))
          .has("max_risk_pct", Shape.NUMBER)
          .has("min_confidence", Shape.NUMBER)
          .has("entry_mode", Shape.word(EntryMode.class))
          .has("exit_mode", Shape.word(ExitMode.class))
          .has("max_positions", Shape.WHOLE)
          .has("allowed_symbols", WORDS)
          .has("disallowed_symbols", WORDS)
          .has("symbols_default", Shape.word(SymbolsDefault.class))
          .has("note", Shape.TEXT)
          .has("block_reasons", Shape.list(Shape.word(BlockReason.class)))
          .has("timestamp", Shape.TIME)
          .has("profile", Shape.word(ProfileName.class));

  /** {@code GET policy}. */
  public static final Shape POLICY =
      Shape.object()
          .has("policy", TERMS)
          .has("expired", Shape.FLAG.says("True: the closed policy stands in for it"))
          .has("changed_at", TIME)
          .has("evaluated_at", TIME)
          .has("expires_at", TIME);

  /** {@code GET policy/history}. */
  public static final Shape HISTORY =
      Shape.page(
          "history",
          "id",
          Shape.object()
              .has("policy", TERMS)
              .has("changed_at", TIME)
              .has("evaluated_at", TIME)
              .has("expires_at", TIME)
              .has("held", WORDS.says("Fields that wait to be loosened"))
              .has("loosened", WORDS)
              .has("why", Shape.TEXT.orNull()));

  /** {@code GET config}. */
  public static final Shape CONFIG =
      Shape.object()
          .has("version", Shape.WHOLE.orNull())
          .has("hash", Shape.TEXT.orNull())
          .has("errors", WORDS)
          .has(
              "sections",
              Shape.map(
                  Shape.map(
                      Shape.object()
                          .has("value", Shape.ANY)
                          .has(
                              "source",
                              Shape.oneOf("tenant", "environment", "profile", "default")))));

  /** {@code GET weights}: the document as it is stored. */
  public static final Shape WEIGHTS =
      Shape.object()
          .has("weights", Shape.map(Shape.TEXT))
          .has("cash", Shape.TEXT)
          .may("tenant_id", Shape.TEXT)
          .may("computed_at", Shape.TIME)
          .open();

  /** {@code GET control}. */
  public static final Shape CONTROL =
      theSwitch().has("tenant", theSwitch()).has("all_tenants", theSwitch());

  private TenantShapes() {}

  private static Shape theSwitch() {
    return Shape.object()
        .has("state", Shape.word(TradingState.class))
        .has("reason", Shape.TEXT.orNull())
        .has("by", Shape.TEXT.orNull())
        .has("at", TIME)
        .has("fence", Shape.WHOLE)
        .has("flatten", Shape.FLAG);
  }
}
