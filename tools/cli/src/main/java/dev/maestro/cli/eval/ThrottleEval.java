package dev.maestro.cli.eval;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.number.Decimals;
import dev.maestro.engine.throttle.DayResult;
import dev.maestro.engine.throttle.Throttle;
import dev.maestro.engine.throttle.ThrottleConfig;
import dev.maestro.engine.throttle.ThrottleDecision;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code eval throttle}: {days, config}; the rows may come in any order. */
public final class ThrottleEval implements EvalKind {
  @Override
  public Map<String, Object> evaluate(Map<String, Object> input) {
    ThrottleConfig config = ThrottleConfig.of(Fields.of("", Input.object(input, "config")));
    List<DayResult> days = Input.objects(input, "days").stream().map(ThrottleEval::day).toList();
    ThrottleDecision decision = Throttle.decide(days, config);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("mode", decision.mode().name());
    result.put("multiplier", decision.multiplier());
    result.put("sharpe", decision.sharpe());
    result.put("standard_error", decision.standardError());
    result.put("drawdown", decision.drawdown());
    result.put("days", decision.days());
    result.put("reasoning", decision.reasoning());
    return result;
  }

  public static DayResult day(Map<String, Object> row) {
    try {
      return new DayResult(
          LocalDate.parse(String.valueOf(row.get("date"))),
          decimal(row, "realized_pnl").orElseThrow(() -> bad(row, "realized_pnl")),
          decimal(row, "unrealized_pnl"),
          decimal(row, "capital_base"));
    } catch (DateTimeException malformed) {
      throw new IllegalArgumentException(
          "date must be a day like 2026-01-31, got " + row.get("date"), malformed);
    }
  }

  private static Optional<BigDecimal> decimal(Map<String, Object> row, String key) {
    Optional<Object> given = Optional.ofNullable(row.get(key));
    Optional<BigDecimal> number = given.flatMap(Decimals::read);
    if (given.isPresent() && number.isEmpty()) {
      throw bad(row, key);
    }
    return number;
  }

  private static IllegalArgumentException bad(Map<String, Object> row, String key) {
    return new IllegalArgumentException(
        key + " of " + row.get("date") + " must be a number, got " + row.get(key));
  }
}
