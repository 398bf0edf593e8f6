package dev.maestro.engine.verdict;

import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.name.Symbol;

/** What a refusal of the ledger is called in a verdict. */
public final class LedgerReason {
  private LedgerReason() {}

  /** The reason of a refusal. */
  public static ReasonCode code(CommandCode code) {
    return switch (code) {
      case KILL_SWITCH -> ReasonCode.KILL_SWITCH;
      case STALE_ACCOUNT -> ReasonCode.STALE_ACCOUNT;
      case NO_PRICE -> ReasonCode.NO_PRICE;
      case INVALID_SIGNAL -> ReasonCode.INVALID_SIGNAL;
      case PRICE_COLLAR -> ReasonCode.PRICE_COLLAR;
      case SUSPENDED -> ReasonCode.SUSPENDED;
      case ALREADY_HELD -> ReasonCode.ALREADY_HELD;
      case DRIFT -> ReasonCode.DRIFT;
      case NO_CAPITAL -> ReasonCode.NO_CAPITAL;
      case MAX_POSITIONS -> ReasonCode.MAX_POSITIONS;
      case DAILY_TRADES -> ReasonCode.DAILY_TRADES;
      case LEDGER_FULL -> ReasonCode.LEDGER_FULL;
      case NO_POSITION -> ReasonCode.NO_POSITION;
      case REPEATED, NONCE_CONFLICT -> ReasonCode.REPEATED;
      default -> throw new IllegalStateException("a reservation is not answered " + code);
    };
  }

  /** The same for people. */
  public static String sentence(CommandCode code, Symbol symbol) {
    return switch (code) {
      case KILL_SWITCH -> "the kill switch forbids it";
      case STALE_ACCOUNT ->
          "the account is missing, older than it may be, of a time to come, or was refused";
      case NO_PRICE -> "neither the signal nor the newest bar has a price of " + symbol;
      case INVALID_SIGNAL -> "the stop lies at the price of " + symbol + " or on its wrong side";
      case PRICE_COLLAR -> "the signal's price is too far from the newest bar of " + symbol;
      case SUSPENDED -> "the strategy is suspended until an operator rearms it";
      case ALREADY_HELD -> symbol + " is held or in flight already";
      case DRIFT -> "the broker shows less of " + symbol + " than is held";
      case NO_CAPITAL -> "what the bounds leave is less than an order is worth";
      case MAX_POSITIONS -> "as many positions are open as the policy allows";
      case DAILY_TRADES -> "as many entries were made today as the policy allows";
      case LEDGER_FULL -> "the ledger holds no more";
      case NO_POSITION -> "nothing of " + symbol + " is left to close";
      case REPEATED, NONCE_CONFLICT -> "this signal already has its intent";
      default -> throw new IllegalStateException("a reservation is not answered " + code);
    };
  }
}
