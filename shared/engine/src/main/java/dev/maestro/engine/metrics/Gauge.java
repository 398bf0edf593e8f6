package dev.maestro.engine.metrics;

/** The figures that go up and down; one that is not known is not there. */
public enum Gauge {
  /** How many strategies the global policy allows; none once it has expired. */
  ACTIVE_STRATEGIES("msc_ai_active_strategies", "Strategies that the global policy allows."),
  /** Percent, 0 or more; not known once the global policy has expired. */
  DRAWDOWN_PCT(
      "msc_system_health_drawdown_pct", "Fall from the running peak of equity, in percent."),
  /** Percent, 0 to 100; not known once the global policy has expired. */
  WINRATE_PCT("msc_system_health_winrate_pct", "Winners among the newest closed trades, percent."),
  /** What open entries reserve over the account's equity, 0 or more. */
  RESERVED_RATIO(
      "maestro_reserved_ratio", "What open entries reserve, as a part of the account's equity."),
  /** Seconds since the newest decided cycle. */
  LAST_CYCLE_AGE("maestro_last_cycle_age_seconds", "Seconds since the newest decided cycle.");

  private final String metric;
  private final String help;

  Gauge(String metric, String help) {
    this.metric = metric;
    this.help = help;
  }

  /** Its name for Prometheus. */
  public String metric() {
    return metric;
  }

  /** One sentence for whoever reads the figures. */
  public String help() {
    return help;
  }
}
