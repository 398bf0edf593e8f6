package dev.maestro.embedded.storm.actor;

import dev.maestro.embedded.storm.broker.BrokerOrder;
import dev.maestro.embedded.storm.store.Ran;
import dev.maestro.embedded.storm.world.Cast;
import dev.maestro.embedded.storm.world.Prices;
import dev.maestro.embedded.storm.world.Units;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.command.AnswerDetail;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.intent.IntentState;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One process of the account's executor, which does as the specification says executors do: it
 * keeps its token before it claims, sends within 30 seconds of the answer, and where the answer
 * says that it is repeated looks for the nonce at the broker first. Its clock is off, what it sends
 * may be lost, and it may die between any two steps.
 */
public final class Executor extends Actor {
  private static final Duration SEND_WITHIN = Duration.ofSeconds(30);

  private final Stage stage;
  private final Prices prices;
  private final String name;
  private final Reporter reporter;
  private final Map<Nonce, KeptOrder> book = new LinkedHashMap<>();
  private Instant downUntil = Instant.EPOCH;
  private boolean isCalm;

  /** A process; its clock is off by up to a minute. */
  public Executor(Stage stage, Prices prices, String name) {
    this.stage = stage;
    this.prices = prices;
    this.name = name;
    this.reporter = new Reporter(stage, stage.chance().below(121) - 60L);
  }

  /** Dies: what it was at is lost, what it kept is not. */
  public void die(Duration forSoLong) {
    drop();
    downUntil = stage.clock().now().plus(forSoLong);
    stage.trace().say(() -> name + " dies, for " + forSoLong);
  }

  /** From now on nothing of it is lost, it claims nothing new and sends nothing more. */
  public void calmDown() {
    isCalm = true;
    reporter.calmDown();
  }

  /** True while it is dead. */
  public boolean isDown() {
    return stage.clock().now().isBefore(downUntil);
  }

  /** True if there is an order of which it has not reported all, or of which it knows nothing. */
  public boolean hasDuties() {
    return book.values().stream().anyMatch(this::isDue);
  }

  /** Tells of every stop that it has told nobody of. */
  public void tellStops() {
    reporter.tellStops();
  }

  @Override
  Step begin() {
    if (isDown()) {
      return Step.IDLE;
    }
    int choice = isCalm ? 3 : stage.chance().below(6);
    if (choice < 3) {
      return claimOne();
    }
    return choice == 5 ? reporter.begin() : lookAfterOne();
  }

  private Step claimOne() {
    List<Intent> waiting =
        stage.store().ledger().intents().where(intent -> intent.state() == IntentState.RESERVED);
    if (waiting.isEmpty()) {
      return Step.IDLE;
    }
    Nonce nonce = stage.chance().pick(waiting).nonce();
    return () -> {
      KeptOrder kept = book.computeIfAbsent(nonce, this::keep);
      kept.setOver(false);
      return claim(kept);
    };
  }

  private KeptOrder keep(Nonce nonce) {
    return new KeptOrder(nonce, name + "-" + nonce);
  }

  private Step claim(KeptOrder kept) {
    stage.trace().say(() -> name + " claims " + kept.nonce());
    LedgerCommand.Claim claim = new LedgerCommand.Claim(kept.nonce(), Cast.EXECUTOR, kept.token());
    return Step.transact(stage.store().transaction(claim), ran -> answered(kept, ran.get(0)));
  }

  private Step answered(KeptOrder kept, Ran ran) {
    boolean isAnswerLost = !isCalm && stage.chance().oneIn(12);
    if (isAnswerLost) {
      stage.trace().say(() -> "  (" + name + " never gets the answer)");
      return Step.END;
    }
    if (ran.outcome().answer().detail() instanceof AnswerDetail.Granted granted && !isCalm) {
      Instant answeredAt = stage.clock().now();
      BrokerOrder order = order(kept.nonce(), granted, answeredAt);
      Step send = () -> send(kept, order, answeredAt);
      return granted.repeated() ? () -> isAtBroker(kept) ? report(kept) : send : send;
    }
    boolean mayComeLater =
        ran.outcome().code() == CommandCode.HALTED && !isCalm && stage.chance().oneIn(2);
    return mayComeLater ? Step.END : () -> giveUp(kept);
  }

  private BrokerOrder order(Nonce nonce, AnswerDetail.Granted granted, Instant at) {
    Intent intent = stage.store().archive().intent(nonce).orElseThrow();
    long price = prices.of(intent.key().symbol());
    long limit = Units.of(intent.order().notional().value());
    long units =
        granted
            .quantity()
            .map(quantity -> Units.of(quantity.value()))
            .orElseGet(() -> Units.bought(limit, price));
    return new BrokerOrder(nonce, intent.key(), intent.side(), limit, units, price, at);
  }

  private Step send(KeptOrder kept, BrokerOrder order, Instant answeredAt) {
    if (stage.clock().now().isAfter(answeredAt.plus(SEND_WITHIN))) {
      return claim(kept);
    }
    if (order.units() <= 0) {
      return giveUp(kept);
    }
    boolean isLost = stage.chance().oneIn(15);
    stage
        .trace()
        .say(
            () ->
                name
                    + " sends "
                    + order.nonce()
                    + " of "
                    + Units.quantity(order.units())
                    + (isLost ? ", which is lost on the way" : ""));
    if (!isLost) {
      stage.broker().send(order);
    }
    return Step.END;
  }

  private Step lookAfterOne() {
    List<KeptOrder> due = book.values().stream().filter(this::isDue).toList();
    if (due.isEmpty()) {
      return Step.IDLE;
    }
    KeptOrder kept = stage.chance().pick(due);
    return isAtBroker(kept) ? report(kept) : claim(kept);
  }

  private Step report(KeptOrder kept) {
    return reporter.report(kept, stage.broker().order(kept.nonce()).orElseThrow());
  }

  /** Not granted, and not at the broker: it filled nothing and never will. */
  private Step giveUp(KeptOrder kept) {
    return isAtBroker(kept) ? report(kept) : reporter.reportNothing(kept);
  }

  private boolean isAtBroker(KeptOrder kept) {
    return stage.broker().order(kept.nonce()).isPresent();
  }

  private boolean isDue(KeptOrder kept) {
    Optional<BrokerOrder> order = stage.broker().order(kept.nonce());
    return order
        .map(known -> !kept.isOver() && known.revision() > kept.acknowledged())
        .orElse(!kept.isOver());
  }
}
