package dev.maestro.embedded.storm.actor;

import dev.maestro.embedded.storm.broker.BrokerClose;
import dev.maestro.embedded.storm.broker.BrokerOrder;
import dev.maestro.embedded.storm.store.Ran;
import dev.maestro.embedded.storm.world.Cast;
import dev.maestro.embedded.storm.world.Units;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.command.AnswerDetail;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.intent.FilledSoFar;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How a process tells what happened: lost, twice, out of order, stops often ten minutes late. */
final class Reporter {
  private final Stage stage;
  private final long skewSeconds;
  private final Deque<Step> heldBack = new ArrayDeque<>();
  private final Set<String> told = new HashSet<>();
  private boolean isCalm;

  Reporter(Stage stage, long skewSeconds) {
    this.stage = stage;
    this.skewSeconds = skewSeconds;
  }

  void calmDown() {
    isCalm = true;
    heldBack.clear();
  }

  /** One after the other, and again: one may have to wait for another. */
  void tellStops() {
    for (int pass = 0; pass < 2; pass++) {
      for (BrokerClose close : stage.broker().closes()) {
        if (isUntold(close)) {
          Step.finish(close(close));
        }
      }
    }
  }

  /** A report that was held back, or a stop. */
  Step begin() {
    if (!heldBack.isEmpty()) {
      return heldBack.pop();
    }
    List<BrokerClose> untold = stage.broker().closes().stream().filter(this::isUntold).toList();
    return untold.isEmpty() ? Step.IDLE : close(stage.chance().pick(untold));
  }

  /** What an order has filled by now. */
  Step report(KeptOrder kept, BrokerOrder order) {
    int revision = order.revision();
    boolean isFinal = order.isDone();
    LedgerCommand.Report report = said(kept, order.figures(), order.lastFill(), isFinal);
    Step tell =
        Step.transact(
            stage.store().transaction(report),
            ran -> {
              if (isAnswered(ran.get(0)) && !isLost()) {
                kept.acknowledge(isFinal ? revision : 0);
                cancel(ran.get(0), order.nonce());
              }
              return Step.END;
            });
    if (isLost()) {
      return Step.END;
    }
    if (!isCalm && stage.chance().oneIn(10)) {
      heldBack.add(stillTrue(order, report, tell));
      return Step.END;
    }
    if (!isCalm && stage.chance().oneIn(10)) {
      Step again = Step.transact(stage.store().transaction(report), ran -> Step.END);
      heldBack.add(stillTrue(order, report, again));
    }
    return tell;
  }

  /** Fees may be corrected up and down, so that old ones look as new as any: they are not sent. */
  private static Step stillTrue(BrokerOrder order, LedgerCommand.Report report, Step tell) {
    return () -> {
      FilledSoFar said = report.figures().orElseThrow();
      boolean isOutdated =
          said.quantity().equals(order.figures().quantity())
              && !said.fees().equals(order.figures().fees());
      return isOutdated ? Step.END : tell.run();
    };
  }

  /** There is no order and there will be none. */
  Step reportNothing(KeptOrder kept) {
    LedgerCommand.Report report = said(kept, FilledSoFar.NOTHING, stage.clock().now(), true);
    return Step.transact(
        stage.store().transaction(report),
        ran -> {
          kept.setOver(!isLost());
          return Step.END;
        });
  }

  private LedgerCommand.Report said(
      KeptOrder kept, FilledSoFar figures, Instant filledAt, boolean isFinal) {
    return new LedgerCommand.Report(
        kept.nonce(),
        kept.token(),
        Optional.of(figures),
        filledAt.plusSeconds(skewSeconds),
        isFinal);
  }

  private void cancel(Ran ran, Nonce nonce) {
    if (ran.outcome().answer().detail() instanceof AnswerDetail.Reported reported
        && reported.cancel()) {
      stage.broker().askCancel(nonce);
    }
  }

  private Step close(BrokerClose close) {
    FilledSoFar figures =
        new FilledSoFar(
            Units.quantity(close.units()),
            Units.money(close.notional()),
            Units.money(close.fees()));
    LedgerCommand.Close command =
        new LedgerCommand.Close(
            close.id(),
            Cast.EXECUTOR,
            close.key(),
            close.side(),
            Optional.of(figures),
            close.at().plusSeconds(skewSeconds));
    return Step.transact(
        stage.store().transaction(command),
        ran -> {
          if (isAnswered(ran.get(0)) && !isLost()) {
            told.add(close.id());
          }
          return Step.END;
        });
  }

  private boolean isUntold(BrokerClose close) {
    boolean isHeard = isCalm || !stage.clock().now().isBefore(close.heardAt());
    return isHeard && !told.contains(close.id());
  }

  private boolean isLost() {
    return !isCalm && stage.chance().oneIn(12);
  }

  private static boolean isAnswered(Ran ran) {
    CommandCode code = ran.outcome().code();
    return code != CommandCode.INVALID_REPORT && code != CommandCode.NO_POSITION;
  }
}
