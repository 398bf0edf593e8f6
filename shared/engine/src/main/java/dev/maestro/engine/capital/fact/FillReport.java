package dev.maestro.engine.capital.fact;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.capital.book.BookedFill;
import dev.maestro.engine.capital.command.AnswerDetail;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.Outcome;
import dev.maestro.engine.capital.command.Work;
import dev.maestro.engine.capital.intent.FilledSoFar;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.intent.IntentState;
import dev.maestro.engine.capital.ledger.Ledger;
import dev.maestro.engine.number.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * What an order has filled, from whoever may say so. The figures are cumulative: their growth is
 * booked, so that repeats and lost replies are harmless.
 */
final class FillReport {
  private final Work work;
  private final Intent before;
  private final FilledSoFar figures;
  private final boolean ends;
  private final boolean grows;
  private final String by;

  private FillReport(Work work, Intent before, FilledSoFar figures, boolean isFinal, String by) {
    this.work = work;
    this.before = before;
    this.figures = figures;
    this.ends = isFinal && before.state().isOpen();
    this.grows = figures.quantity().isAbove(before.filled().quantity());
    this.by = by;
  }

  static Outcome take(
      Work work,
      Intent intent,
      Optional<FilledSoFar> figures,
      Instant filledAt,
      boolean isFinal,
      String by) {
    return figures
        .filter(said -> said.mayFollow(intent.filled()))
        .map(said -> new FillReport(work, intent, said, isFinal, by).take(filledAt))
        .orElseGet(() -> work.end(CommandCode.INVALID_REPORT));
  }

  private Outcome take(Instant filledAt) {
    if (figures.equals(before.filled()) && !ends) {
      if (before.state() == IntentState.CLAIMED) {
        work.store(stillWorking(before), by, "reported, nothing new");
      }
      return answer(CommandCode.UNCHANGED, before);
    }
    String nonce = before.nonce().value();
    Instant dated = FactTime.ofFill(work, nonce, before.order().reservedAt(), filledAt);
    Money fees = figures.fees().minus(before.filled().fees());
    if (grows) {
      FactBooking.book(work, nonce, fill(fees, dated));
    } else if (fees.signum() != 0) {
      FactBooking.bookFees(work, before, fees);
    }
    Intent after = next();
    work.store(after, by, ends ? "reported, final" : "reported");
    countDay(after);
    return answer(code(after), after);
  }

  private BookedFill fill(Money fees, Instant dated) {
    return new BookedFill(
        before.key(),
        before.side(),
        figures.quantity().minus(before.filled().quantity()),
        figures.notional().minus(before.filled().notional()),
        fees,
        dated,
        before.order().agent(),
        before.order().stopDistance(),
        before.isExit());
  }

  private Intent next() {
    Intent filled = before.withFilled(figures);
    if (ends) {
      boolean hasFilled = figures.quantity().signum() > 0;
      return filled.ended(hasFilled ? IntentState.FILLED : IntentState.RELEASED);
    }
    return filled.state() == IntentState.CLAIMED ? stillWorking(filled) : filled;
  }

  private Intent stillWorking(Intent intent) {
    return intent.reportingBy(work.now().plus(work.config().times().reportWithin()));
  }

  private void countDay(Intent after) {
    boolean hasBecomeFilled =
        after.state() == IntentState.FILLED && before.state() != IntentState.FILLED;
    if (after.isEntry() && hasBecomeFilled) {
      work.change(ledger -> ledger.withDayEntries(ledger.dayEntries().withFilled(after)));
    }
  }

  private CommandCode code(Intent after) {
    boolean isOverfill = grows && after.isOverfilled(work.config().sizing().overfillFactor());
    if (isOverfill) {
      work.suspend(
          after.key().holder(),
          AlertCode.OVERFILL,
          "the order " + after.nonce() + " filled more than was granted");
    }
    if (grows && !before.state().isOpen()) {
      work.alert(AlertCode.LATE_FILL, after.nonce().value(), "an order filled after it had ended");
      return CommandCode.LATE_FILL;
    }
    return isOverfill ? CommandCode.OVERFILL : CommandCode.RECORDED;
  }

  private Outcome answer(CommandCode code, Intent after) {
    return work.end(code, new AnswerDetail.Reported(mustStop(after)));
  }

  /** True for an entry that has not ended and may not go on: so a halt reaches working orders. */
  private boolean mustStop(Intent after) {
    Ledger ledger = work.ledger();
    return after.isEntry()
        && after.state().isOpen()
        && (!ledger.control().isActive()
            || after.order().fence() < ledger.control().fence()
            || ledger.restrictions().isSuspended(after.key().holder())
            || !ledger
                .intents()
                .where(other -> other.isExit() && other.key().equals(after.key()))
                .isEmpty());
  }
}
