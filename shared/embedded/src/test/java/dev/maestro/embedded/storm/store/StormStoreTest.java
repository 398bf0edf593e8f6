package dev.maestro.embedded.storm.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.embedded.storm.world.Cast;
import dev.maestro.embedded.storm.world.StormTrace;
import dev.maestro.embedded.storm.world.VirtualClock;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.rule.CapitalRules;
import dev.maestro.engine.control.TradingState;
import dev.maestro.engine.number.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StormStoreTest {
  private final VirtualClock clock = new VirtualClock();
  private final StormStore store =
      new StormStore(clock, new StormTrace(clock, false), CapitalRules::apply, StoreManners.GOOD);

  private LedgerCommand snapshot() {
    return new LedgerCommand.Snapshot(
        Optional.of(Money.of("100")),
        Optional.of(Money.of("100")),
        clock.now(),
        Optional.of(List.of()));
  }

  private LedgerCommand exit() {
    return new LedgerCommand.Exit(
        new Nonce("x"), Cast.nobodys(Cast.SYMBOLS.get(0)), Optional.empty());
  }

  @Test
  void who_writes_second_reads_again() {
    Transaction first = store.transaction(snapshot());
    clock.pass(1);
    Transaction second = store.transaction(snapshot());
    first.read();
    second.read();
    assertThat(second.commit()).isTrue();
    assertThat(first.commit()).isFalse();
    assertThat(store.ledger().version()).isEqualTo(1);

    first.read();
    assertThat(first.commit()).isTrue();
    assertThat(first.ran().get(0).outcome().code()).isEqualTo(CommandCode.STALE);
  }

  @Test
  void a_switch_that_is_thrown_in_between_is_seen_by_a_transaction_and_not_by_a_batch() {
    Transaction transaction = store.transaction(snapshot());
    Transaction batch = store.batch(unused -> List.of(snapshot()));
    transaction.read();
    batch.read();
    store.throwSwitch(true, TradingState.HALTED, "a test");
    assertThat(transaction.commit()).isFalse();
    assertThat(batch.commit()).isTrue();
    assertThat(store.control().isHalted()).isTrue();
  }

  @Test
  void a_transaction_of_more_than_a_minute_is_thrown_away() {
    Transaction slow = store.transaction(snapshot());
    slow.read();
    clock.pass(61);
    assertThat(slow.commit()).isFalse();
  }

  @Test
  void later_commands_of_a_batch_see_the_earlier_and_all_are_written_at_once() {
    List<CommandCode> seen = new ArrayList<>();
    store.watchedBy((ran, archive, switches) -> seen.add(ran.outcome().code()));
    Transaction batch = store.batch(unused -> List.of(snapshot(), snapshot(), exit()));
    batch.read();
    assertThat(store.ledger().account()).isEmpty();
    assertThat(batch.commit()).isTrue();
    assertThat(store.ledger().account()).isPresent();
    assertThat(seen)
        .containsExactly(CommandCode.ACCEPTED, CommandCode.STALE, CommandCode.NO_POSITION);
  }
}
