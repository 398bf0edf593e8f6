package dev.maestro.engine.policy.gather;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.policy.PolicyOrder;
import dev.maestro.engine.policy.ProfileName;
import dev.maestro.engine.policy.RandomCase;
import dev.maestro.engine.policy.SymbolsDefault;
import dev.maestro.engine.policy.TradingPolicy;
import dev.maestro.engine.policy.profile.PolicySettings;
import dev.maestro.engine.policy.profile.Profile;
import dev.maestro.engine.policy.rule.PolicyEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class GatheringLawsTest {
  private static final int SEEDS = Integer.getInteger("maestro.seeds", 1000);

  private static final List<BiConsumer<Sources, Instant>> SOURCES =
      List.of(
          (sources, time) -> sources.marketAt = time,
          (sources, time) -> sources.accountAt = time,
          (sources, time) -> sources.tradesAt = time,
          (sources, time) -> sources.costsAt = time,
          (sources, time) -> sources.qualityAt = time);

  private static TradingPolicy policy(Sources sources, PolicySettings settings) {
    return PolicyEngine.evaluate(sources.gather(), settings, Sources.NOW);
  }

  @Test
  void a_source_that_falls_silent_loosens_no_field() {
    for (int seed = 0; seed < SEEDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      PolicySettings settings =
          new PolicySettings(
              Profile.of(RandomCase.pick(random, ProfileName.values())),
              random.nextBoolean(),
              RandomCase.pick(random, SymbolsDefault.values()));
      Sources sources = Sources.random(random);
      for (int source = 0; source < SOURCES.size(); source++) {
        TradingPolicy before = policy(sources, settings);
        Duration age = Duration.ofMinutes(random.nextInt(100_000));
        SOURCES.get(source).accept(sources, Sources.NOW.minus(age));
        assertThat(PolicyOrder.looserFields(policy(sources, settings), before, 0))
            .as("seed %d: source %d is %s old", seed, source, age)
            .isEmpty();
        if (random.nextBoolean()) {
          SOURCES.get(source).accept(sources, Sources.NOW);
        }
      }
    }
  }

  @Test
  void to_know_of_trades_that_nobody_can_read_loosens_no_field() {
    for (int seed = 0; seed < SEEDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      PolicySettings settings =
          new PolicySettings(
              Profile.of(RandomCase.pick(random, ProfileName.values())),
              random.nextBoolean(),
              RandomCase.pick(random, SymbolsDefault.values()));
      Sources sources = Sources.random(random);
      TradingPolicy before = policy(sources, settings);
      sources.tradesAreWhole = false;
      TradingPolicy after = policy(sources, settings);
      assertThat(PolicyOrder.looserFields(after, before, 0)).as("seed %d", seed).isEmpty();
      assertThat(after.allowNewTrades()).isFalse();
      assertThat(after.note()).contains("losing_streak");
    }
  }

  @Test
  void money_paid_in_or_out_is_neither_gained_nor_lost() {
    for (int seed = 0; seed < SEEDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int equity = random.nextInt(90_000, 110_000);
      int flow = random.nextInt(-50_000, 50_000);
      AccountReading untouched =
          Sources.account(String.valueOf(equity), "100000", "0", "104000.50");
      AccountReading paid =
          Sources.account(
              String.valueOf(equity + flow), "100000", String.valueOf(flow), "104000.50");
      assertThat(paid.dailyPnl(Sources.TODAY))
          .as("seed %d", seed)
          .isPresent()
          .isEqualTo(untouched.dailyPnl(Sources.TODAY));
      assertThat(paid.drawdown(Sources.TODAY))
          .as("seed %d", seed)
          .isPresent()
          .isEqualTo(untouched.drawdown(Sources.TODAY));
    }
  }
}
