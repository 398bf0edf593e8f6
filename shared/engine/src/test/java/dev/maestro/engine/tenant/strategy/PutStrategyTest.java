package dev.maestro.engine.tenant.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.port.RefusedInputException;
import dev.maestro.engine.port.StoreVersion;
import dev.maestro.engine.port.UnavailableException;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.signal.StrategyStatus;
import dev.maestro.engine.tenant.Tenant;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PutStrategyTest {
  private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");
  private static final Tenant ACME =
      new Tenant(
          new TenantId("acme"), "Acme", true, BigDecimal.TEN, ZoneOffset.UTC, new Uid("ann"));
  private static final RegisteredStrategy TREND =
      RegisteredStrategy.live(new StrategyId("trend"), new Uid("ann"));

  /** A store of one strategy, and what was done after it was stored. */
  private static final class Kept implements StrategiesPort {
    private record Version() implements StoreVersion {}

    private final List<String> done = new ArrayList<>();
    private Optional<RegisteredStrategy> strategy = Optional.empty();
    private boolean isUnreadable;
    private boolean isPastAway;
    private int lostRaces;

    @Override
    public StandingStrategy find(Tenant tenant, StrategyId id) {
      return new StandingStrategy(
          isUnreadable || strategy.isPresent(),
          isUnreadable ? Optional.empty() : strategy,
          new Version());
    }

    @Override
    public boolean replace(Tenant tenant, RegisteredStrategy next, StoreVersion before) {
      if (lostRaces > 0) {
        lostRaces--;
        return false;
      }
      strategy = Optional.of(next);
      isUnreadable = false;
      return done.add("stored");
    }

    @Override
    public void lookAgain(Tenant tenant) {
      done.add("looks again");
    }

    void closeYesterday() {
      if (isPastAway) {
        throw new UnavailableException("away");
      }
      done.add("closed");
    }
  }

  private final Kept kept = new Kept();
  private final PutStrategy puts =
      new PutStrategy(
          kept,
          (uid, tenant, now) -> {
            if (!uid.equals(new Uid("ann"))) {
              throw new IllegalStateException("a foreign user");
            }
          },
          tenant -> Optional.empty(),
          (uid, tenant, settings, now) -> kept.done.add("weighed"),
          (tenant, now) -> kept.closeYesterday());

  private PutStrategy.Outcome put(RegisteredStrategy strategy) throws RefusedInputException {
    return puts.put(ACME, strategy, NOW);
  }

  @Test
  void a_new_strategy_is_registered_with_its_past() throws RefusedInputException {
    assertThat(put(TREND)).isEqualTo(PutStrategy.Outcome.REGISTERED);
    assertThat(kept.done).containsExactly("stored", "looks again", "closed");
  }

  @Test
  void a_registration_that_was_not_finished_is_finished_by_the_same_again() throws Exception {
    kept.isPastAway = true;
    assertThatThrownBy(() -> put(TREND)).isInstanceOf(UnavailableException.class);
    kept.isPastAway = false;
    kept.done.clear();

    assertThat(put(TREND)).isEqualTo(PutStrategy.Outcome.UNCHANGED);
    assertThat(kept.done).containsExactly("looks again", "closed");
  }

  @Test
  void a_strategy_is_stopped_at_once_whatever_has_become_of_its_user() throws Exception {
    kept.strategy =
        Optional.of(RegisteredStrategy.live(new StrategyId("trend"), new Uid("somebody-gone")));
    RegisteredStrategy stopped = kept.strategy.get().with(StrategyStatus.DISABLED);

    assertThat(put(stopped)).isEqualTo(PutStrategy.Outcome.CHANGED);
    assertThat(kept.done).containsExactly("stored");
  }

  @Test
  void a_foreign_user_binds_nothing() {
    RegisteredStrategy foreign = RegisteredStrategy.live(new StrategyId("x"), new Uid("mallory"));

    assertThatThrownBy(() -> put(foreign)).hasMessage("a foreign user");
    assertThatThrownBy(() -> puts.register(ACME, foreign, NOW)).hasMessage("a foreign user");
    kept.isUnreadable = true;
    assertThatThrownBy(() -> put(foreign)).hasMessage("a foreign user");
    assertThat(kept.done).isEmpty();
  }

  @Test
  void neither_journal_nor_weight_of_a_strategy_is_another_one() throws RefusedInputException {
    put(TREND);
    RegisteredStrategy other = RegisteredStrategy.live(TREND.id(), new Uid("bob"));
    RegisteredStrategy renamed =
        new RegisteredStrategy(
            TREND.id(),
            "Trend",
            StrategyStatus.LIVE,
            TREND.uid(),
            "new",
            List.of(),
            false,
            false,
            Optional.empty());

    assertThatThrownBy(() -> put(other))
        .isInstanceOf(RefusedInputException.class)
        .hasMessageStartingWith("uid must stay ann");
    assertThatThrownBy(() -> put(renamed)).hasMessageStartingWith("agent_id must stay trend");
    assertThat(kept.strategy).contains(TREND);
  }

  @Test
  void an_unreadable_one_is_mended_by_put_and_taken_for_register() throws RefusedInputException {
    kept.isUnreadable = true;
    assertThat(puts.register(ACME, TREND, NOW)).isFalse();
    assertThat(put(TREND)).isEqualTo(PutStrategy.Outcome.REGISTERED);
    assertThat(puts.register(ACME, TREND, NOW)).isFalse();
  }

  @Test
  void who_is_overtaken_looks_again_and_gives_up_in_the_end() throws RefusedInputException {
    kept.lostRaces = 9;
    assertThat(put(TREND)).isEqualTo(PutStrategy.Outcome.REGISTERED);
    kept.lostRaces = 10;
    assertThatThrownBy(() -> put(TREND.with(StrategyStatus.SHADOW)))
        .isInstanceOf(UnavailableException.class);
  }
}
