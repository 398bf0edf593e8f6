package dev.maestro.engine.capital.rule;

import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.SizingLimits;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.command.Work;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.ledger.Ledger;
import dev.maestro.engine.capital.ledger.LedgerSums;
import dev.maestro.engine.capital.sizing.EntrySizing;
import dev.maestro.engine.capital.sizing.PriceCheck;
import dev.maestro.engine.capital.sizing.SizedEntry;
import dev.maestro.engine.capital.sizing.SizingCode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Everything that can refuse an entry its capital, in the order in which it is asked. A command is
 * answered with the first, a cycle lists all.
 */
public final class EntryGates {
  private final Work work;
  private final LedgerCommand.Reserve ask;
  private final Ledger ledger;
  private final List<Gate> gates;
  private Optional<SizedEntry> size = Optional.empty();

  /** The gates of one entry whose nonce is new. */
  public EntryGates(Work work, LedgerCommand.Reserve ask) {
    this.work = work;
    this.ask = ask;
    this.ledger = work.ledger();
    this.gates =
        Arrays.asList(
            new Gate(CommandCode.KILL_SWITCH, () -> !ledger.control().isActive()),
            new Gate(CommandCode.STALE_ACCOUNT, this::isStale),
            new Gate(CommandCode.NO_PRICE, () -> isPriceRefused(SizingCode.NO_PRICE)),
            new Gate(CommandCode.INVALID_SIGNAL, this::isInvalid),
            new Gate(CommandCode.PRICE_COLLAR, () -> isPriceRefused(SizingCode.PRICE_COLLAR)),
            new Gate(CommandCode.SUSPENDED, this::isSuspended),
            new Gate(CommandCode.ALREADY_HELD, this::isAlreadyHeld),
            new Gate(CommandCode.DRIFT, this::isInDoubt),
            new Gate(CommandCode.NO_CAPITAL, this::isTooSmall),
            new Gate(CommandCode.MAX_POSITIONS, this::isAtMostPositions),
            new Gate(CommandCode.DAILY_TRADES, this::isAtMostTrades),
            new Gate(CommandCode.LEDGER_FULL, this::isFull));
  }

  /** The first that refuses. */
  public Optional<CommandCode> first() {
    return refusals().findFirst();
  }

  /** All that refuse, in their order. */
  public List<CommandCode> all() {
    return refusals().toList();
  }

  /**
   * How large the entry may be, once its gate was asked; empty before, and where it has no size.
   */
  public Optional<SizedEntry> size() {
    return size;
  }

  private Stream<CommandCode> refusals() {
    return gates.stream().filter(gate -> gate.refuses().getAsBoolean()).map(Gate::code);
  }

  private boolean isStale() {
    return ledger
        .account()
        .filter(account -> !account.isStale(work.now(), work.config().times().accountMaxAge()))
        .isEmpty();
  }

  private boolean isPriceRefused(SizingCode code) {
    return PriceCheck.refusal(ask.terms(), work.config().sizing())
        .filter(refusal -> refusal == code)
        .isPresent();
  }

  /** An entry of nobody, or without an agent, is as invalid as one with a wrong stop. */
  private boolean isInvalid() {
    return ask.key().holder().isNobody()
        || ask.agent().isEmpty()
        || isPriceRefused(SizingCode.INVALID_SIGNAL);
  }

  private boolean isSuspended() {
    return ledger.restrictions().isSuspended(ask.key().holder());
  }

  /** With scale_in only what goes the other way, or out, stands in the way. */
  private boolean isAlreadyHeld() {
    OrderSide side = ask.terms().side();
    int held = ledger.book().holdings().sign(ask.key());
    if (held != 0 && !(ask.scaleIn() && held == side.sign())) {
      return true;
    }
    for (Intent intent : ledger.intents().all()) {
      boolean mayAdd = ask.scaleIn() && intent.isEntry() && intent.side() == side;
      if (!mayAdd && intent.key().equals(ask.key())) {
        return true;
      }
    }
    return false;
  }

  private boolean isInDoubt() {
    return ledger.restrictions().doubt(ask.key().symbol()).isPresent();
  }

  /** What has no account, no agent or no believable price has no size, and other reasons. */
  private boolean isTooSmall() {
    if (ledger.account().isEmpty() || ask.agent().isEmpty()) {
      return false;
    }
    SizingLimits limits = work.config().sizing();
    SizedEntry sized =
        EntrySizing.size(
            ask.terms(),
            LedgerSums.room(
                ledger,
                ask.agent().get(),
                ask.key().symbol(),
                limits.maxSymbolExposurePct().isPresent()),
            limits);
    size = Optional.of(sized);
    return sized.code() == SizingCode.NO_CAPITAL;
  }

  private boolean isAtMostPositions() {
    return LedgerSums.hasPositions(ledger, ask.maxPositions());
  }

  private boolean isAtMostTrades() {
    return LedgerSums.entriesOfDay(ledger, work.now()) >= ask.maxDailyTrades();
  }

  private boolean isFull() {
    int most = work.config().maxOpen();
    return ledger.intents().size() >= most || ledger.book().size() >= most;
  }

  /** One gate. */
  private record Gate(CommandCode code, BooleanSupplier refuses) {}
}
