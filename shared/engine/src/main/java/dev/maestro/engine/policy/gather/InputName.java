package dev.maestro.engine.policy.gather;

/** The inputs of the trading policy: where each comes from, and what unknown means for it. */
public enum InputName {
  /** How the benchmark moves. */
  REGIME("regime", Source.BARS, "the tightest row of the profile, field by field"),
  /** Where a trend leads. */
  DIRECTION("direction", Source.BARS, "the tighter of the rows BULL and BEAR"),
  /** ATR / price. */
  VOLATILITY("volatility", Source.BARS, Source.CLOSED),
  /** Spread HIGH and volume below 20 % of its mean. */
  LOW_LIQUIDITY("low_liquidity", Source.BARS, "false"),
  /** Percent of the day's first equity. */
  DAILY_PNL_PCT("daily_pnl_pct", Source.ACCOUNT, Source.CLOSED),
  /** Percent below today's highest equity. */
  CURRENT_DRAWDOWN_PCT("current_drawdown_pct", Source.ACCOUNT, Source.CLOSED),
  /** Newest trades in a row that lost. */
  LOSING_STREAK("losing_streak", Source.TRADES, Source.CLOSED),
  /** Newest trades in a row that won. */
  WINNING_STREAK("winning_streak", Source.TRADES, "0: no recovery"),
  /** Positions and entries. */
  OPEN_TRADES_COUNT("open_trades_count", Source.ACCOUNT, Source.CLOSED),
  /** Percent of equity. */
  TOTAL_EXPOSURE_PCT("total_exposure_pct", Source.ACCOUNT, Source.CLOSED),
  /** Statistics of 30 days. */
  SYMBOLS("symbols", Source.TRADES, "left out of the checks; an old document still excludes"),
  /** Level, basis points, or both. */
  SPREAD("spread", "market data", Source.STILL_TIGHTENS),
  /** Level, basis points, or both. */
  SLIPPAGE("slippage", "fills of the last 50 trades", Source.STILL_TIGHTENS),
  /** A round trip as a multiple of the amount at risk. */
  COST_IN_R("cost_in_R", "market data and fills of the last 50 trades", Source.STILL_TIGHTENS),
  /** Of the tenant's models. */
  ENSEMBLE_QUALITY("ensemble_quality", "the tenant's model monitor", Source.STILL_TIGHTENS);

  private final String key;
  private final String source;
  private final String whenUnknown;

  InputName(String key, String source, String whenUnknown) {
    this.key = key;
    this.source = source;
    this.whenUnknown = whenUnknown;
  }

  /** The name of the specification. */
  public String key() {
    return key;
  }

  /** Where it comes from, for people. */
  public String source() {
    return source;
  }

  /** What the policy makes of its absence, for people. */
  public String whenUnknown() {
    return whenUnknown;
  }

  /** Words that several inputs share. */
  private static final class Source {
    static final String BARS = "bars of the benchmark symbol";
    static final String ACCOUNT = "account";
    static final String TRADES = "rolling closed trades";
    static final String CLOSED = "closed policy";
    static final String STILL_TIGHTENS = "not used; an old reading still tightens";
  }
}
