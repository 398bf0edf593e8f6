package dev.maestro.cli.local;

import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.signal.RegisteredStrategy;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * An agent of the demo tenant.
 *
 * @param quotes the market it trades
 * @param skill mean return of its trades, as a fraction
 * @param sends false: it runs in process and sends nothing
 */
record DemoAgent(StrategyId id, DemoQuotes quotes, double skill, boolean sends) {
  static final Uid UID = new Uid("demo-user");

  private static final double RISK = 0.02;
  private static final double NOTIONAL = 10_000;
  private static final Duration HELD = Duration.ofHours(2);
  private static final int SELL_OFF_SLOTS = 24;
  private static final List<String> ACTIONS = List.of("BUY", "HOLD", "HOLD", "BUY", "HOLD");

  RegisteredStrategy strategy() {
    return RegisteredStrategy.live(id, UID);
  }

  /** A trade that closed at a time: the same notional each, return around the agent's skill. */
  Map<String, Object> trade(Instant closedAt, SplittableRandom random) {
    double entry = quotes.price(closedAt.minus(HELD));
    double quantity = NOTIONAL / entry;
    double result = skill + RISK * random.nextGaussian();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("agent_id", id.value());
    fields.put("strategy_id", id.value());
    fields.put("symbol", quotes.symbol().value());
    fields.put("side", "LONG");
    fields.put("quantity", DemoText.decimal(quantity, 8));
    fields.put("entry_price", DemoText.decimal(entry, 4));
    fields.put("exit_price", DemoText.decimal(entry * (1 + result), 4));
    fields.put("realized_pnl", DemoText.decimal(NOTIONAL * result, 2));
    fields.put("risk_amount", DemoText.decimal(NOTIONAL * RISK, 2));
    fields.put("opened_at", closedAt.minus(HELD));
    fields.put("closed_at", closedAt);
    return fields;
  }

  /** What it says in a slot; every two hours everybody wants out. */
  Map<String, Object> signal(Instant now) {
    long slot = now.getEpochSecond() / DemoQuotes.BAR.toSeconds();
    boolean sellsOff = slot % SELL_OFF_SLOTS == 0;
    int turn = (int) Math.floorMod(slot + id.value().length(), (long) ACTIONS.size());
    double price = quotes.price(now);
    Map<String, Object> signal = new LinkedHashMap<>();
    signal.put("action", sellsOff ? "SELL" : ACTIONS.get(turn));
    signal.put("symbol", quotes.symbol().value());
    signal.put("asset_class", "CRYPTO");
    signal.put("allocation", 0.6);
    signal.put("confidence", 0.8);
    signal.put("price", DemoText.decimal(price, 4));
    signal.put("stop_price", DemoText.decimal(price * 0.97, 4));
    signal.put("reasoning", sellsOff ? "The market breaks." : "Order flow in " + quotes.symbol());
    signal.put("generated_at", now);
    return signal;
  }
}
