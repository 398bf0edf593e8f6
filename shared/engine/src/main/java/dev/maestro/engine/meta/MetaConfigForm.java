package dev.maestro.engine.meta;

import dev.maestro.engine.config.ConfigReader;
import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.View;
import java.util.function.Function;

/** How the settings of the controller are written and read; what is absent has its default. */
public final class MetaConfigForm {
  private static final Field<MetaConfig, Boolean> ENABLED =
      Field.withDefault("enabled", Kinds.SPOKEN_FLAG, true, MetaConfig::enabled);
  private static final Field<MetaConfig, Integer> INTERVAL =
      integer("evaluation_interval_minutes", 30, MetaConfig::evaluationIntervalMinutes);
  private static final Field<MetaConfig, Boolean> ALLOW_SHORTS =
      Field.withDefault("allow_shorts", Kinds.SPOKEN_FLAG, false, MetaConfig::allowShorts);
  private static final Field<MetaConfig, Integer> SLOPE_DAYS =
      integer("slope_days", 7, MetaConfig::slopeDays);
  private static final Field<MetaConfig, Integer> UPGRADE_CONFIRMATIONS =
      integer("upgrade_confirmations", 2, MetaConfig::upgradeConfirmations);
  private static final Field<MetaConfig, Integer> MAX_STRATEGIES =
      integer("max_strategies", 8, MetaConfig::maxStrategies);
  private static final Field<MetaConfig, Integer> MIN_STRATEGIES =
      integer("min_strategies", 2, MetaConfig::minStrategies);
  private static final Field<MetaConfig, Integer> PROBATION_SLOTS =
      integer("probation_slots", 2, MetaConfig::probationSlots);

  /** All settings. */
  public static final View<MetaConfig> VIEW =
      View.of(
          ENABLED,
          INTERVAL,
          ALLOW_SHORTS,
          SLOPE_DAYS,
          UPGRADE_CONFIRMATIONS,
          MAX_STRATEGIES,
          MIN_STRATEGIES,
          PROBATION_SLOTS);

  private MetaConfigForm() {}

  static MetaConfig read(Fields values) {
    ConfigReader read = new ConfigReader(values);
    boolean enabled = read.get(ENABLED);
    int evaluationIntervalMinutes = read.get(INTERVAL);
    boolean allowShorts = read.get(ALLOW_SHORTS);
    int slopeDays = read.get(SLOPE_DAYS);
    int upgradeConfirmations = read.get(UPGRADE_CONFIRMATIONS);
    int maxStrategies = read.get(MAX_STRATEGIES);
    int minStrategies = read.get(MIN_STRATEGIES);
    int probationSlots = read.get(PROBATION_SLOTS);
    return read.build(
        () ->
            new MetaConfig(
                enabled,
                evaluationIntervalMinutes,
                allowShorts,
                slopeDays,
                upgradeConfirmations,
                maxStrategies,
                minStrategies,
                probationSlots));
  }

  private static Field<MetaConfig, Integer> integer(
      String name, int fallback, Function<MetaConfig, Integer> of) {
    return Field.withDefault(name, Kinds.INTEGER, fallback, of);
  }
}
