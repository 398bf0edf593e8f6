package dev.maestro.cli.mcp;

import dev.maestro.cli.JsonText;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.name.StrategyId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a model can do: read what the API shows, and propose a signal. There is no tool for the kill
 * switch, the configuration, members, orders or accounts, so nothing that is said to the model can
 * loosen anything; a signal passes every gate of the next cycle, whoever proposed it.
 */
final class Tools {
  private static final String STRATEGY = "strategy";

  private static final Arguments SIGNAL =
      Arguments.NONE
          .needsText(STRATEGY, "Id of the registered strategy that speaks")
          .needsText("action", "BUY, SELL, HOLD or CLOSE_ALL")
          .text("symbol", "Of a BUY or a SELL; of a CLOSE_ALL: this one alone")
          .number("allocation", "Wanted share of the strategy's capital, 0 to 1; of an entry")
          .number("confidence", "0 to 1; of an entry")
          .number("price", "Above 0, per unit")
          .number("stop_price", "Where it would be wrong: below the price of a BUY")
          .number("quantity", "Of an exit, above 0; without it all that is held")
          .of("boolean", "opens_short", "True lets a SELL open a short")
          .text("asset_class", "EQUITY (default), FOREX, CRYPTO or OPTIONS")
          .text("reasoning", "For people, at most 500 characters")
          .text("version", "Your model and prompt, at most 100 characters; kept in the record")
          .of("object", "metadata", "For people, at most 2 KiB; decides nothing")
          .text("signal_id", "The same for the same signal")
          .text("generated_at", "When it was made; default: now. The newest stands")
          .text("expires_at", "At most 10 minutes after generated_at");

  private Tools() {}

  /** All of them. */
  static List<Tool> all() {
    return List.of(
        Tool.reading(
            "status",
            "The meta controller: its policy, risk mode, which strategies may trade, health.",
            Arguments.NONE,
            (api, given) -> api.get("msc/status")),
        Tool.reading(
            "weights",
            "Which share of the capital each agent has, and the figures behind it.",
            Arguments.NONE.text("uid", "Another user of the tenant; default: the caller"),
            (api, given) -> api.get("maestro/weights" + query(given))),
        Tool.reading(
            "value",
            "What weights, throttle, override and policy were worth, and did to each trade.",
            Arguments.NONE,
            (api, given) -> api.get("maestro/value")),
        Tool.reading(
            "decisions",
            "The decision log, newest first; each id can be asked about with 'why'.",
            Arguments.NONE
                .of("integer", "limit", "1 to 200; default 50")
                .text("before", "The 'next' of the page before"),
            (api, given) -> api.get("maestro/decisions" + query(given))),
        Tool.reading(
            "why",
            "What a decision made of a strategy: verdict, reasons and cuts of each of its signals,"
                + " and its throttle, as the record has them; and per reason the smallest change of"
                + " one limit or input that would have lifted it.",
            Arguments.NONE
                .needsText(STRATEGY, "Its id")
                .text("decision", "Id of the decision; default: the newest"),
            Why::of),
        Tool.proposing(
            "propose_signal",
            "Proposes the signal of a strategy to the next decision. It is not an order: weights,"
                + " policy, throttle and ledger decide, and 'why' tells what became of it.",
            SIGNAL,
            Tools::propose));
  }

  private static String propose(ApiCall api, Fields given) throws ApiRefusedException {
    StrategyId strategy = given.get(STRATEGY, Kinds.STRATEGY);
    Map<String, Object> signal = new TreeMap<>(given.values());
    signal.remove(STRATEGY);
    return api.putSignal(strategy.value(), JsonText.write(signal));
  }

  /** The arguments as a query; the API refuses those that it does not know. */
  private static String query(Fields given) {
    StringBuilder query = new StringBuilder();
    given
        .values()
        .forEach(
            (name, value) ->
                query
                    .append(query.isEmpty() ? '?' : '&')
                    .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(value.toString(), StandardCharsets.UTF_8)));
    return query.toString();
  }
}
