package dev.maestro.engine.alert;

import static dev.maestro.engine.alert.Severity.CRITICAL;
import static dev.maestro.engine.alert.Severity.ERROR;
import static dev.maestro.engine.alert.Severity.WARNING;

/**
 * Every alert there is: one code per fault, how soon somebody has to look, and what they do. The
 * table of docs/operations.md is written from it.
 */
public enum AlertCode {
  /** A slot could not be decided by a fault of ours. */
  CYCLE_FAILED(
      CRITICAL,
      "a slot was not decided, exits included, by a fault in the program",
      "report the sentence; the next slot tries again; halt the tenant if it must not wait"),
  /** The tenant's document, settings or chain cannot be read. */
  TENANT_UNREADABLE(
      CRITICAL,
      "the tenant, its chain of decisions or its rolling documents cannot be read",
      "mend the document that the sentence names; for `control/chain` write `seq`, `hash` and"
          + " `cycle_slot` (as `slot`) of the newest record into it"),
  /** The newest decided slot of the chain cannot be read. */
  UNREADABLE_CHAIN(
      ERROR,
      "the slot in `control/chain` cannot be read; that of its newest record stands",
      "nothing: this cycle has written it anew; look at who changed it"),
  /** Records of decisions do not build on each other. */
  CHAIN_BROKEN(
      CRITICAL,
      "old decisions are no whole chain, so none of them is removed",
      "run `./maestro audit --tenant T`, which names the record; restore it from a backup, and look"
          + " at who changed it"),
  /** The store refuses the record of a cycle for ever. */
  RECORD_REFUSED(
      CRITICAL,
      "the store refuses the record of a cycle, so nothing of it was released",
      "shorten what the sentence names; the slot is given up, the next one is decided"),
  /** What a cycle was decided from is larger than one commit holds. */
  INPUT_NOT_KEPT(
      WARNING,
      "what a cycle was decided from is too large to be kept beside its record: its hash stands"
          + " there alone, and the cycle cannot be decided again",
      "have strategies send less `metadata`, register fewer, or set `decisions.keep_inputs_days`"
          + " to 0"),
  /** Who held a slot before did not come back. */
  SLOT_TAKEN_OVER(
      ERROR,
      "who decided a slot died over it, hung or lost the store; it is decided without jars",
      "look at the log of `conduct` before the alert: the last lines, exits, memory; if it comes"
          + " again in every slot, deploy without the jars: `--unset _STRATEGIES`"),
  /** What was deployed beside the functions cannot be loaded. */
  UNUSABLE_STRATEGIES(
      ERROR,
      "jars of strategies or their folder cannot be used; if one may hold a risk check, entries are"
          + " blocked",
      "build the jar that the sentence names anew and deploy it: docs/strategies.md"),
  /** A cycle was asked for a slot that has not come. */
  FUTURE_SLOT(
      ERROR, "a slot was asked for before its time", "correct the caller's clock or schedule"),
  /** More tenants than one call can serve. */
  TOO_MANY_TENANTS(
      CRITICAL,
      "`MAESTRO_FANOUT=inline` takes at most 20 tenants, and none was served",
      "deploy with `pubsub`"),
  /** An event that says nothing usable was dropped. */
  UNREADABLE_EVENT(
      ERROR, "an event that nobody can read was dropped", "look at who publishes to the topic"),
  /** What a closed day or its weights hold cannot be stored, ever. */
  REFUSED_BY_STORE(
      ERROR,
      "the store refuses what a closed day has to write",
      "shorten the field that the sentence names, then close the day again"),
  /** The weights of a user can never be stored. */
  WEIGHTS_REFUSED(
      ERROR,
      "the store refuses the weights of a user; the ones before stand",
      "mend the trade that the sentence names"),
  /** Too many strategies wanted out at once. */
  SYSTEMIC_RISK(
      WARNING,
      "so many strategies signaled SELL that every BUY became a HOLD",
      "look at the market and at who sells; nothing stays switched off when they stop"),
  /** The stored configuration breaks a rule. */
  INVALID_CONFIGURATION(
      WARNING,
      "the configuration is invalid; its last valid version stands",
      "store a valid one: `./maestro tenant config`"),
  /** A user is bound to a tenant that it does not belong to. */
  FOREIGN_USER(
      ERROR,
      "a strategy's user does not belong to the tenant; its weights and trades do not count here",
      "do what the sentence says: `./maestro tenant member`, or name a user of the tenant"),
  /** The account cannot be read. */
  UNREADABLE_ACCOUNT(
      ERROR, "the account cannot be read, so entries are blocked", "mend or feed the account"),
  /** The kill switch cannot be read. */
  UNREADABLE_CONTROL(
      ERROR,
      "the kill switch cannot be read and counts as REDUCING",
      "write `state` and `reason` into the document"),
  /** The ensemble's quality cannot be read. */
  UNREADABLE_ENSEMBLE(
      WARNING, "the ensemble's quality cannot be read and counts as the worst", "mend the input"),
  /** The meta controller's state cannot be read. */
  UNREADABLE_GLOBAL_POLICY(
      ERROR,
      "the global policy cannot be read and counts as DEFENSIVE, expired",
      "nothing: the next evaluation writes it anew; look at who changed it"),
  /** A symbol's market data cannot be read. */
  UNREADABLE_MARKET_DATA(
      WARNING, "market data cannot be read and counts as unknown", "mend or feed the document"),
  /** The closed days or windows of a user or strategy cannot be read. */
  UNREADABLE_PERFORMANCE(
      ERROR,
      "closed days or windows cannot be read; the throttle keeps or tightens its modes",
      "mend the rows that the sentence names; the next closing reads them again"),
  /** The trading policy in force cannot be read. */
  UNREADABLE_POLICY(
      ERROR,
      "the policy in force cannot be read; entries are blocked until it is confirmed anew",
      "nothing: the next cycles write it anew; look at who changed it"),
  /** The rolling statistics cannot be read. */
  UNREADABLE_STATS(
      ERROR,
      "the rolling statistics cannot be read and count as unknown",
      "nothing: the next closing of a day rebuilds them"),
  /** A strategy sent what cannot be read. */
  UNREADABLE_SIGNAL(
      WARNING,
      "a signal, or what it needs to open a position, cannot be read, so it opens nothing",
      "mend what the agent sends; the sentence names the field"),
  /** The document of a strategy cannot be read. */
  UNREADABLE_STRATEGY(
      ERROR,
      "a strategy cannot be read; it may close what it holds and nothing else",
      "mend the document that the sentence names"),
  /** The rolling document of the throttle cannot be read. */
  UNREADABLE_THROTTLE(
      ERROR,
      "the throttle's days cannot be read; the last modes stand for 24 h, then SHADOW_MODE",
      "nothing: the next closing of a day rebuilds it; look at who changed it"),
  /** A closed trade cannot be used. */
  UNREADABLE_TRADE(
      WARNING,
      "a closed trade cannot be used; a loss among its figures counts all the same",
      "mend the field that the sentence names"),
  /** The volatility index is checked, and nobody knows it. */
  VIX_UNKNOWN(
      WARNING,
      "the volatility index is missing, unreadable, a day old or ahead, and halves entries",
      "feed `systemStatus/market_data`, or set `vix_check` to false"),
  /** The model that tells cycles in words is not there. */
  NARRATOR_MODEL_NOT_FOUND(
      WARNING,
      "the model that writes summaries answers 404; the deterministic text stands",
      "deploy with a model that is served: `--set VERTEX_AI_MODEL_ID=...`"),
  /** The weights of a user cannot be read. */
  UNREADABLE_WEIGHTS(
      ERROR,
      "the weights of a user cannot be read and count as none",
      "nothing: the next trade or closing writes them anew; look at who changed them"),
  /** The rolling statistics had to be cut to fit. */
  STATS_TRIMMED(
      WARNING,
      "the rolling statistics were cut to fit into a document",
      "shorten the names that the sentence shows"),
  /** The equity curve has holes. */
  EQUITY_GAPS(
      WARNING,
      "days of the equity curve are missing or unreadable, so it is unknown: nothing is AGGRESSIVE",
      "write `at` and `equity` with which the day began into `equity/{day}`, or wait 30 days"),
  /** Stored windows differ from the journal. */
  WINDOW_DRIFT(
      WARNING,
      "windows differed from the journal and were mended",
      "nothing if trades closed in the minutes before; else look for dropped events around it"),
  /** Windows could not be held against the journal. */
  WINDOW_CHECK_FAILED(
      ERROR,
      "windows could not be held against the journal",
      "do what the sentence says; the next day checks again"),
  /** The account shows other positions than the ledger. */
  LEDGER_DRIFT(
      WARNING,
      "the broker shows other positions than the ledger holds",
      "look at the account; what a second snapshot confirms is taken out by itself"),
  /** An executor's clock is off. */
  CLOCK_SKEW(
      WARNING,
      "an executor's time is more than a minute off; ours was taken",
      "set the executor's clock"),
  /** A reported price that can hardly be one. */
  PRICE_FAR_OFF(
      ERROR,
      "what was closed brought less than a tenth of its cost, or more than ten times",
      "look at the order at the broker; a wrong notional is mended by a report with the right one"),
  /** An order filled more than was granted. */
  OVERFILL(
      ERROR,
      "an order filled more than was granted; its strategy is suspended",
      "look at the order at the broker, then `./maestro rearm STRATEGY`"),
  /** An order filled after it was said to be over. */
  LATE_FILL(
      ERROR,
      "an order filled after its executor had said that it would not",
      "mend the executor: final is only what the broker says is final"),
  /** A strategy enters the same again and again. */
  REPEAT_LIMIT(
      ERROR,
      "too many entries of one kind within an hour; the strategy is suspended",
      "look at the strategy, then `./maestro rearm STRATEGY`"),
  /** Too many entries were claimed within a minute. */
  GRANT_LIMIT(
      CRITICAL,
      "too many entries within a minute; only exits pass",
      "look at the executors, then `./maestro resume`"),
  /** An executor fell silent. */
  REPORT_OVERDUE(
      ERROR,
      "nobody reports an order; it keeps its capital",
      "ask the broker what became of it, then resolve the intent"),
  /** Fees came when nothing was left to carry them. */
  UNBOOKED_FEES(
      ERROR,
      "fees came when neither holding, lot nor trade was left to carry them",
      "book them by hand"),
  /** What is held on paper cannot be read. */
  UNREADABLE_SHADOW(
      ERROR,
      "what shadowed strategies hold on paper cannot be read, so nothing is done with it",
      "restore `maestro/shadow`, or delete it: what is held on paper is given up"),
  /** What Maestro was worth up to now is not known any more. */
  UNREADABLE_TWIN(
      WARNING,
      "the twin is lost or cannot be read; what Maestro was worth counts anew from now",
      "nothing: no decision looks at it; look at who changed `maestro/twin`"),
  /** The ledger is lost or cannot be read. */
  UNREADABLE_LEDGER(
      CRITICAL,
      "a ledger is lost or cannot be read: nothing is reserved, granted or booked",
      "run `./maestro ledger verify`, which names the field, and restore the document"),
  /** What must hold of a ledger does not. */
  BROKEN_INVARIANT(
      CRITICAL,
      "the sums of a ledger do not agree; only exits pass",
      "run `./maestro ledger verify`; mend what it names, then `./maestro resume`"),
  /** Something left the account, and nobody has said what for. */
  UNREPORTED_CLOSE(
      ERROR,
      "what a snapshot took out of a holding a day ago was reported by nobody",
      "look at the account's orders and report the close"),
  /** Exits may fill more than is held. */
  EXITS_BEYOND_HELD(
      WARNING,
      "open exits may fill more than is held, after a close or a snapshot",
      "nothing: a claim cuts them; look at orders that are at the broker already");

  private final Severity severity;
  private final String meaning;
  private final String mend;

  AlertCode(Severity severity, String meaning, String mend) {
    this.severity = severity;
    this.meaning = meaning;
    this.mend = mend;
  }

  /** How soon somebody has to look. */
  public Severity severity() {
    return severity;
  }

  /** What happened, in half a sentence. */
  public String meaning() {
    return meaning;
  }

  /** What a person does. */
  public String mend() {
    return mend;
  }
}
