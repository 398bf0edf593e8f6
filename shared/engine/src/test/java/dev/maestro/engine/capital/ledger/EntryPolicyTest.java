package dev.maestro.engine.capital.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Fraction;
import dev.maestro.engine.number.Percent;
import dev.maestro.engine.policy.EntryMode;
import dev.maestro.engine.policy.ExitMode;
import dev.maestro.engine.policy.ProfileName;
import dev.maestro.engine.policy.RiskProfile;
import dev.maestro.engine.policy.SymbolLists;
import dev.maestro.engine.policy.SymbolsDefault;
import dev.maestro.engine.policy.TradingLimits;
import dev.maestro.engine.policy.TradingPolicy;
import dev.maestro.engine.policy.stability.StabilityState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EntryPolicyTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Symbol LISTED = new Symbol("AAPL");
  private static final Symbol FORBIDDEN = new Symbol("TSLA");
  private static final Symbol OTHER = new Symbol("MSFT");

  private static EntryPolicy policy(SymbolsDefault unlisted, Optional<Instant> evaluatedAt) {
    TradingPolicy policy =
        new TradingPolicy(
            RiskProfile.NORMAL,
            new TradingLimits(new Percent(1), Fraction.ZERO, EntryMode.NORMAL, ExitMode.FAST_TP, 5),
            new SymbolLists(List.of(LISTED), List.of(FORBIDDEN), unlisted),
            "",
            Set.of(),
            NOON,
            ProfileName.STANDARD);
    return EntryPolicy.of(
        new StabilityState(policy, Optional.empty(), evaluatedAt, Optional.empty(), Map.of()));
  }

  @Test
  void it_forbids_what_the_policy_does_not_permit() {
    EntryPolicy denying = policy(SymbolsDefault.DENY, Optional.of(NOON));
    assertThat(denying.forbids(LISTED, NOON)).isFalse();
    assertThat(denying.forbids(OTHER, NOON)).isTrue();
    assertThat(denying.forbids(FORBIDDEN, NOON)).isTrue();
    EntryPolicy allowing = policy(SymbolsDefault.ALLOW, Optional.of(NOON));
    assertThat(allowing.forbids(OTHER, NOON)).isFalse();
    assertThat(allowing.forbids(FORBIDDEN, NOON)).isTrue();
  }

  @Test
  void it_forbids_everything_an_hour_after_its_evaluation_and_before_the_first() {
    EntryPolicy evaluated = policy(SymbolsDefault.ALLOW, Optional.of(NOON));
    assertThat(evaluated.forbids(LISTED, NOON.plusSeconds(3599))).isFalse();
    assertThat(evaluated.forbids(LISTED, NOON.plusSeconds(3600))).isTrue();
    assertThat(policy(SymbolsDefault.ALLOW, Optional.empty()).forbids(LISTED, NOON)).isTrue();
  }
}
