package dev.maestro.functions.status.list;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.alert.Severity;
import dev.maestro.engine.evidence.claim.EvidenceWord;
import dev.maestro.engine.signal.Action;
import dev.maestro.engine.signal.AssetClass;
import dev.maestro.engine.signal.StrategyStatus;
import dev.maestro.engine.throttle.mode.ThrottleMode;
import dev.maestro.firestore.tenant.Role;
import dev.maestro.functions.status.shape.Shape;
import java.util.Arrays;

/** What lists of a tenant answer; an entry that nobody can show says so under its id. */
public final class ListShapes {
  private static final Shape TEXT = Shape.TEXT.orNull();
  private static final Shape TIME = Shape.TIME.orNull();
  private static final Shape DAY = Shape.DAY.orNull();
  private static final Shape IDS = Shape.list(Shape.TEXT);

  /** {@code GET alerts}. */
  public static final Shape ALERTS =
      Shape.page(
          "alerts",
          "id",
          Shape.object()
              .has("id", Shape.TEXT)
              .has("code", Shape.TEXT.says("Such as " + AlertCode.SYSTEMIC_RISK))
              .has("severity", Shape.word(Severity.class))
              .has("message", Shape.TEXT)
              .has("source", Shape.TEXT)
              .has("at", Shape.TIME.says("Of the first that day"))
              .has("last_at", Shape.TIME)
              .has("count", Shape.WHOLE));

  /** {@code GET signals}. */
  public static final Shape SIGNALS =
      Shape.page(
          "signals",
          "strategy",
          Shape.object()
              .has("strategy", Shape.TEXT)
              .has("signal_id", Shape.TEXT)
              .has("action", Shape.word(Action.class))
              .has("symbol", TEXT)
              .has("asset_class", Shape.word(AssetClass.class))
              .has("allocation", TEXT)
              .has("confidence", TEXT)
              .has("price", TEXT)
              .has("stop_price", TEXT)
              .has("opens_short", Shape.FLAG)
              .has("quantity", TEXT)
              .has("reasoning", Shape.TEXT)
              .has("generated_at", Shape.TIME)
              .has("expires_at", Shape.TIME)
              .has("version", TEXT.says("Of its model, prompt or code"))
              .has("error", TEXT.says("Why a cycle takes it for a HOLD"))
              .has("entry_error", TEXT.says("Why it can open nothing"))
              .has("expired", Shape.FLAG)
              .has("received_at", TIME)
              .has("received_by", TEXT));

  /** {@code GET strategies}. */
  public static final Shape STRATEGIES =
      Shape.page(
          "strategies",
          "id",
          Shape.object()
              .has("id", Shape.TEXT)
              .has("name", Shape.TEXT)
              .has("status", Shape.word(StrategyStatus.class))
              .has("uid", TEXT.says("Whose journal is its; null: the owner's"))
              .has("agent_id", Shape.TEXT)
              .has("regime_tags", IDS)
              .has("allow_shorts", Shape.FLAG)
              .has("scale_in", Shape.FLAG)
              .has("version", TEXT.says("Of its model, prompt or code")));

  /** {@code GET accounts}. */
  public static final Shape ACCOUNTS =
      Shape.page(
          "accounts",
          "account",
          Shape.object()
              .has("account", Shape.TEXT)
              .has("equity", Shape.TEXT)
              .has("buying_power", Shape.TEXT)
              .has("positions", Shape.list(position()))
              .has("as_of", Shape.TIME)
              .has("executor", TEXT)
              .has("flows_today", TEXT)
              .has("stale", Shape.FLAG.says("Too old, or of a time to come: exits only"))
              .has("day", DAY)
              .has("day_start_equity", TEXT)
              .has("day_high_equity", TEXT));

  /** {@code GET members}. */
  public static final Shape MEMBERS =
      Shape.page(
          "members",
          "uid",
          Shape.object()
              .has("uid", Shape.TEXT)
              .has(
                  "role",
                  Shape.oneOf(Arrays.stream(Role.values()).map(Role::word).toArray(String[]::new)))
              .has("strategies", IDS)
              .has("accounts", IDS)
              .has("added_at", TIME));

  /** {@code GET market}. */
  public static final Shape MARKET =
      Shape.page(
          "market",
          "symbol",
          market()
              .has("bar_count", Shape.WHOLE)
              .has("newest", bar().orNull().says("Null: no usable bar")));

  /** {@code GET market/{symbol}}. */
  public static final Shape BARS =
      market().has("bars", Shape.list(bar()).says("Oldest first")).or(Shape.unreadable("symbol"));

  /** {@code GET performance}. */
  public static final Shape PERFORMANCE =
      Shape.page("performance", "strategy", performance())
          .has("closed_day", DAY.says("The newest day that is closed"))
          .has("written_at", TIME)
          .has("unreadable", TEXT.says("Why no day of anybody is known"));

  private ListShapes() {}

  private static Shape position() {
    return Shape.object()
        .has("symbol", TEXT)
        .has("quantity", Shape.TEXT)
        .has("avg_price", Shape.TEXT.says("Of a unit, multiplier included"))
        .has("strategy", TEXT);
  }

  private static Shape market() {
    return Shape.object()
        .has("symbol", Shape.TEXT)
        .has("bar_minutes", Shape.WHOLE)
        .has("spread_bps", Shape.NUMBER.orNull())
        .has("fresh", Shape.FLAG.says("The newest closed bar is at most 3 bar lengths old"))
        .has("updated_at", Shape.TIME);
  }

  private static Shape bar() {
    return Shape.object()
        .has("start", Shape.TIME)
        .has("open", Shape.NUMBER)
        .has("high", Shape.NUMBER)
        .has("low", Shape.NUMBER)
        .has("close", Shape.NUMBER)
        .has("volume", Shape.NUMBER);
  }

  private static Shape performance() {
    Shape mode = Shape.word(ThrottleMode.class).orNull();
    Shape day =
        Shape.object()
            .has("date", Shape.DAY)
            .has("realized_pnl", Shape.TEXT)
            .has("unrealized_pnl", TEXT)
            .has("capital_base", TEXT)
            .has("mode", mode)
            .has("shadow_pnl", TEXT)
            .has("shadow_mark", TEXT);
    return Shape.object()
        .has("strategy", Shape.TEXT)
        .has("mode", mode.says("What the throttle remembers; null: nothing"))
        .has("decided_at", TIME)
        .has(
            "evidence",
            Shape.object()
                .has("days", Shape.WHOLE)
                .has("detection", Shape.NUMBER)
                .has("expected_sharpe", Shape.NUMBER)
                .has("mode", Shape.word(ThrottleMode.class))
                .has("probability_negative", Shape.NUMBER)
                .has("word", Shape.word(EvidenceWord.class))
                .orNull()
                .says("What its days with exposure prove; null: none is kept yet"))
        .has("evidence_reasoning", TEXT.says("Why the evidence calls for its mode"))
        .has("days", Shape.list(day).orNull().says("Null: unknown, which is not none"))
        .has("unavailable", TEXT.says("Why its days are unknown"));
  }
}
