package dev.maestro.engine.claim.body;

import dev.maestro.engine.form.Fields;
import java.util.LinkedHashMap;
import java.util.Map;

/** Bodies as a JSON reader leaves them: texts, whole numbers, flags, lists, maps. */
final class Bodies {
  static final String TOKEN = "cDVfNnk3TmVQWlJhYjNRdw";

  private Bodies() {}

  static Map<String, Object> report() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("token", TOKEN);
    body.put("filled_quantity", "1.5");
    body.put("filled_notional", "150.2500");
    body.put("fees", "0.10");
    body.put("filled_at", "2026-03-02T15:00:00Z");
    body.put("final", true);
    return body;
  }

  static Map<String, Object> close() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", "stop-1");
    body.put("strategy", "trend");
    body.put("symbol", "AAPL");
    body.put("side", "sell");
    body.put("quantity", 3L);
    body.put("notional", 300L);
    body.put("fees", 0L);
    body.put("closed_at", "2026-03-02T15:00:00Z");
    return body;
  }

  static Fields with(Map<String, Object> body, String name, Object value) {
    Map<String, Object> other = new LinkedHashMap<>(body);
    other.put(name, value);
    return Fields.of("", other);
  }

  static Fields without(Map<String, Object> body, String name) {
    Map<String, Object> other = new LinkedHashMap<>(body);
    other.remove(name);
    return Fields.of("", other);
  }
}
