package dev.maestro.cli.mcp;

import dev.maestro.cli.JsonText;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.Written;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of one decision that are a strategy's, word for word, and what would flip them. */
final class Why {
  private Why() {}

  static String of(ApiCall api, Fields given) throws ApiRefusedException {
    String strategy = given.get("strategy", Kinds.STRATEGY).value();
    Optional<String> asked = given.find("decision", Kinds.NAME);
    String id = asked.isPresent() ? asked.get() : newest(api);
    Map<String, Object> record =
        JsonText.readObjectWithNulls(api.get("maestro/decisions/" + ApiCall.segment(id)));
    return JsonText.write(
        Written.of("decision", id)
            .with("timestamp", Optional.ofNullable(record.get("timestamp")))
            .with("signals", rows(record, "signals", "strategy", strategy))
            .with(
                "allocation_decisions",
                rows(record, "allocation_decisions", "strategy_name", strategy))
            .with("nearest_flip", flip(api, id, strategy)));
  }

  /** What would have had to be different; or why that cannot be said of this decision. */
  private static Object flip(ApiCall api, String id, String speaker) {
    try {
      String path = "maestro/decisions/" + ApiCall.segment(id) + "/why/" + ApiCall.segment(speaker);
      return Optional.ofNullable(JsonText.readObjectWithNulls(api.get(path)).get("signals"));
    } catch (ApiRefusedException refused) {
      return Written.of("unavailable", String.valueOf(refused.getMessage()));
    }
  }

  private static String newest(ApiCall api) throws ApiRefusedException {
    List<Fields> page = JsonText.fields(api.get("maestro/decisions?limit=1")).list("decisions");
    if (page.isEmpty()) {
      throw new ApiRefusedException("there is no decision yet");
    }
    return page.get(0).get("id", Kinds.NAME);
  }

  private static List<?> rows(
      Map<String, Object> record, String list, String key, String strategy) {
    return record.get(list) instanceof List<?> rows
        ? rows.stream()
            .filter(row -> row instanceof Map<?, ?> fields && strategy.equals(fields.get(key)))
            .toList()
        : List.of();
  }
}
