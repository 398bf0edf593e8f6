package dev.maestro.cli.eval;

import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.market.Volatility;
import dev.maestro.engine.meta.MetaConfig;
import dev.maestro.engine.meta.health.SystemHealth;
import dev.maestro.engine.meta.selection.StrategyCandidate;
import dev.maestro.engine.meta.selection.StrategyFigures;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.number.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Reads what the cases of the meta controller have in common; null and absent are UNKNOWN. */
final class MetaInput {
  private MetaInput() {}

  static SystemHealth health(Map<String, Object> input) {
    Map<String, Object> health = Input.object(input, "health");
    return new SystemHealth(
        number(health, "drawdown_pct"),
        number(health, "winrate"),
        number(health, "equity_slope_pct_per_day"),
        count(health, "consecutive_losses"),
        count(health, "days_since_profit"),
        word(health, "regime", HealthRegime.UNKNOWN),
        word(health, "volatility", Volatility.UNKNOWN));
  }

  /** The configuration; allow_shorts may stand beside it. */
  static MetaConfig config(Map<String, Object> input) {
    Map<String, Object> config = new LinkedHashMap<>(Input.object(input, "config"));
    if (input.containsKey("allow_shorts")) {
      config.putIfAbsent("allow_shorts", input.getOrDefault("allow_shorts", false));
    }
    return MetaConfig.of(config);
  }

  static StrategyCandidate strategy(Map<String, Object> input) {
    Object id = input.getOrDefault("strategy_id", "");
    if (!(id instanceof String name) || name.isBlank()) {
      throw new IllegalArgumentException("strategy_id must be a name, got " + id);
    }
    StrategyFigures figures =
        new StrategyFigures(
            number(input, "profit_factor"),
            number(input, "winrate"),
            number(input, "max_drawdown_pct"),
            count(input, "total_trades")
                .orElseThrow(() -> new IllegalArgumentException("total_trades is missing")),
            OptionalDouble.empty(),
            BigDecimal.ZERO);
    return StrategyCandidate.of(new StrategyId(name), name, tags(input), figures);
  }

  /** One of the constants of {@code unknown}'s type. */
  static <E extends Enum<E>> E word(Map<String, Object> input, String key, E unknown) {
    Object value = input.get(key);
    return value == null ? unknown : constant(key, value, unknown.getDeclaringClass());
  }

  private static List<HealthRegime> tags(Map<String, Object> input) {
    Object given = input.getOrDefault("regime_tags", List.of());
    if (!(given instanceof List<?> list)) {
      throw new IllegalArgumentException("regime_tags must be a list, got " + given);
    }
    List<HealthRegime> tags = new ArrayList<>();
    for (Object tag : list) {
      tags.add(constant("regime_tags", tag, HealthRegime.class));
    }
    return tags;
  }

  private static <E extends Enum<E>> E constant(String key, Object value, Class<E> type) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(value)) {
        return constant;
      }
    }
    throw new IllegalArgumentException(
        key + " must be one of " + Arrays.toString(type.getEnumConstants()) + ", got " + value);
  }

  private static OptionalDouble number(Map<String, Object> input, String key) {
    Object value = input.get(key);
    return value == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(decimal(key, value).doubleValue());
  }

  private static OptionalInt count(Map<String, Object> input, String key) {
    Object value = input.get(key);
    if (value == null) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of(decimal(key, value).intValueExact());
    } catch (ArithmeticException notWhole) {
      throw new IllegalArgumentException(key + " must be a whole number, got " + value, notWhole);
    }
  }

  private static BigDecimal decimal(String key, Object value) {
    return Decimals.read(value)
        .orElseThrow(() -> new IllegalArgumentException(key + " must be a number, got " + value));
  }
}
