package dev.maestro.functions.status.capital;

import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.functions.status.http.Problem;
import java.util.Arrays;
import java.util.Optional;

/**
 * The codes of a ledger that refuse a call over HTTP: status, title, and what the caller does.
 * Those that are not here are answers (200). 403: it is not the caller's, 404: there is none, 422:
 * what was sent is wrong, 409: it may not be now.
 */
enum Refusal {
  UNKNOWN_INTENT(404, "No such intent", "the account has no intent of this nonce"),
  NOT_YOUR_ACCOUNT(
      403,
      "Another executor's account",
      "an account's 'executor' alone may claim and close for it"),
  WRONG_TOKEN(
      403, "Another token", "send the token that the claim was granted to; nobody can look it up"),
  ALREADY_CLAIMED(
      409,
      "Somebody has it, or it is over",
      "send nothing: it went to another token, has ended, or its executor fell silent"),
  EXPIRED(409, "Too late", "send nothing: the intent is past its expires_at"),
  CANCELLED(409, "It was taken back", "send nothing: the intent was cancelled"),
  HALTED(409, "Everything stands still", "send nothing and ask again after an operator resumed"),
  KILL_SWITCH(409, "The kill switch forbids it", "an operator resumes"),
  REDUCING(409, "Exits only", "send nothing: only exits are granted until an operator resumes"),
  FENCED(409, "Of before a kill switch", "send nothing: a new intent comes with a new signal"),
  POLICY_BLOCKED(
      409, "The policy forbids it", "send nothing: the trading policy in force blocks it"),
  SUSPENDED(409, "The strategy is suspended", "an operator looks at the strategy and rearms it"),
  STALE_ACCOUNT(409, "The account is old", "put a newer snapshot of the account, then claim again"),
  NO_CAPITAL(409, "No buying power", "send nothing: less is available than was reserved"),
  REPEAT_LIMIT(
      409, "Too many of the same", "the strategy is suspended until an operator rearms it"),
  GRANT_LIMIT(409, "Too many at once", "only exits are granted until an operator resumes"),
  NO_POSITION(
      409,
      "Less is held than was said",
      "the ledger holds less: report the entry's fill first, then send this again"),
  NOT_CLAIMED(409, "Nobody claimed it", "claim the intent before you report it"),
  NOT_UNKNOWN(
      409, "Not unknown", "only an UNKNOWN intent is resolved; its executor reports others"),
  ALREADY_HELD(409, "The other side is held", "the strategy holds the other side of the symbol"),
  STALE(409, "Not newer", "as_of must be after that of the snapshot that stands"),
  INVALID_REPORT(
      422,
      "Figures that no order can have filled",
      "figures are cumulative: none is smaller than one reported before, and notional grows with"
          + " quantity alone"),
  INVALID(422, "Not like this", "a reason is missing, or a figure is out of range"),
  FROM_FUTURE(422, "From the future", "as_of must be Maestro's time, from GET /api/maestro/time"),
  INVALID_SNAPSHOT(
      422, "No snapshot of an account", "until a valid snapshot comes, exits only are granted"),
  NONCE_CONFLICT(409, "Another order's nonce", "the nonce belongs to another order"),
  NO_PRICE(409, "No price", "neither the signal nor the market has a price"),
  INVALID_SIGNAL(422, "A signal that contradicts itself", "the stop lies on the wrong side"),
  PRICE_COLLAR(409, "Far from the market", "the signal's price lies too far from the newest bar's"),
  DRIFT(409, "In doubt", "the broker shows less of the symbol than is held"),
  MAX_POSITIONS(409, "As many as allowed", "the policy allows no more positions"),
  DAILY_TRADES(409, "As many as allowed today", "the policy allows no more entries today"),
  LEDGER_FULL(409, "The ledger is full", "it holds 500 open intents, holdings and lots, no more");

  private final int status;
  private final String title;
  private final String detail;

  Refusal(int status, String title, String detail) {
    this.status = status;
    this.title = title;
    this.detail = detail;
  }

  /** The refusal that a code is; empty for an answer. */
  static Optional<Refusal> of(CommandCode code) {
    return Arrays.stream(values()).filter(each -> each.name().equals(code.name())).findFirst();
  }

  /** What the caller does. */
  String detail() {
    return detail;
  }

  Problem problem() {
    return Problem.refusal(status, name(), title, detail);
  }

  /** With a sentence of its own. */
  Problem because(String sentence) {
    return Problem.refusal(status, name(), title, sentence);
  }

  /** About one field of the body. */
  Problem at(String field, String sentence) {
    return Problem.refusal(status, name(), title, field, sentence);
  }
}
