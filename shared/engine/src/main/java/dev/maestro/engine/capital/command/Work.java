package dev.maestro.engine.capital.command;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.capital.CapitalConfig;
import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.book.LedgerTrade;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.intent.Issue;
import dev.maestro.engine.capital.ledger.Ledger;
import dev.maestro.engine.control.TradingControl;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One command while it runs: the ledger as it has become so far, and what is to be written with it.
 * It lives within that command and is never shared.
 */
public final class Work {
  /** Who changes an intent where no person and no executor does. */
  public static final String MAESTRO = "maestro";

  private final Archive archive;
  private final CapitalConfig config;
  private final Instant now;
  private final List<IntentChange> intents = new ArrayList<>();
  private final List<LedgerTrade> trades = new ArrayList<>();
  private final List<CapitalAlert> alerts = new ArrayList<>();
  private Optional<TradingControl> control = Optional.empty();
  private Ledger ledger;
  private boolean isChanged;

  /** Begins a command. */
  public Work(Ledger before, Archive archive, CapitalConfig config, Instant now) {
    this.archive = archive;
    this.config = config;
    this.now = now;
    this.ledger = before;
  }

  /** The ledger as it has become so far. */
  public Ledger ledger() {
    return ledger;
  }

  /** The parameters. */
  public CapitalConfig config() {
    return config;
  }

  /** The time of the command. */
  public Instant now() {
    return now;
  }

  /** What a reservation of now is issued under. */
  public Issue issue() {
    return new Issue(ledger.control().fence(), now, now.plus(config.times().claimWithin()));
  }

  /** The intent of a nonce, open or ended. */
  public Optional<Intent> intent(Nonce nonce) {
    return ledger.intents().get(nonce).or(() -> archive.intent(nonce));
  }

  /** The trade of an id, as it is now. */
  public Optional<LedgerTrade> trade(String id) {
    return archive.trade(id);
  }

  /** Changes the ledger. */
  public void change(UnaryOperator<Ledger> step) {
    ledger = step.apply(ledger);
    isChanged = true;
  }

  /** Stores an intent as it is now, with a line of history. */
  public void store(Intent intent, String by, String why) {
    change(last -> last.withIntents(last.intents().with(intent)));
    intents.add(new IntentChange(intent, now, by, why));
  }

  /** Writes a trade as it is now. */
  public void write(LedgerTrade trade) {
    trades.add(trade);
    change(last -> last.withLatestTrades(last.latestTrades().with(trade)));
  }

  /** Tells a person. */
  public void alert(AlertCode code, String subject, String detail) {
    alerts.add(new CapitalAlert(code, subject, detail));
  }

  /** Suspends a strategy's entries and tells a person. */
  public void suspend(Holder strategy, AlertCode code, String why) {
    change(last -> last.withRestrictions(last.restrictions().suspending(strategy)));
    alert(code, strategy.value(), why + ": the strategy is suspended until an operator rearms it");
  }

  /** Throws the kill switch. */
  public void throwSwitch(TradingControl next) {
    control = Optional.of(next);
    change(before -> before.withControl(next));
  }

  /** The end, with an answer that gives nothing back. */
  public Outcome end(CommandCode code) {
    return end(code, new AnswerDetail.None());
  }

  /** The end. */
  public Outcome end(CommandCode code, AnswerDetail detail) {
    Ledger after = isChanged ? ledger.nextVersion() : ledger;
    return new Outcome(
        after, new CommandAnswer(code, detail), new Effects(intents, trades, alerts, control));
  }
}
