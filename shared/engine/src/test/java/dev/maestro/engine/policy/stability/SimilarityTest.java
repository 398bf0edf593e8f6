package dev.maestro.engine.policy.stability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Fraction;
import dev.maestro.engine.number.Percent;
import dev.maestro.engine.policy.BlockReason;
import dev.maestro.engine.policy.Case;
import dev.maestro.engine.policy.EntryMode;
import dev.maestro.engine.policy.ExitMode;
import dev.maestro.engine.policy.ProfileName;
import dev.maestro.engine.policy.RiskProfile;
import dev.maestro.engine.policy.SymbolLists;
import dev.maestro.engine.policy.SymbolsDefault;
import dev.maestro.engine.policy.TradingLimits;
import dev.maestro.engine.policy.TradingPolicy;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimilarityTest {
  private static final TradingPolicy OLD =
      policy(RiskProfile.NORMAL, 1, 0.5, EntryMode.NORMAL, ExitMode.FAST_TP, "A B", "C");

  @ParameterizedTest
  @CsvSource({
    "NORMAL, 1, 0.5, NORMAL, FAST_TP, A B, C, 100",
    "NORMAL, 1, 0.5, NORMAL, FAST_TP, B A, C, 100",
    "REDUCED, 1, 0.5, NORMAL, FAST_TP, A B, C, 85",
    "NO_NEW_TRADES, 1, 0.5, NORMAL, FAST_TP, A B, C, 65",
    "NORMAL, 1.09, 0.5, NORMAL, FAST_TP, A B, C, 100",
    "NORMAL, 0.89, 0.5, NORMAL, FAST_TP, A B, C, 85",
    "NORMAL, 1.125, 0.5, NORMAL, FAST_TP, A B, C, 85",
    "NORMAL, 1, 0.56, NORMAL, FAST_TP, A B, C, 85",
    "NORMAL, 1, 0.5, DEFENSIVE, FAST_TP, A B, C, 90",
    "NORMAL, 1, 0.5, NORMAL, TREND_FOLLOW, A B, C, 90",
    "NORMAL, 1, 0.5, NORMAL, FAST_TP, A, C, 90",
    "NORMAL, 1, 0.5, NORMAL, FAST_TP, A B, D, 95",
    "NO_NEW_TRADES, 0, 1, DEFENSIVE, DEFENSIVE_TRAIL, X, X, 0",
  })
  void each_field_has_its_weight(
      RiskProfile gate,
      double risk,
      double confidence,
      EntryMode entry,
      ExitMode exit,
      String allowed,
      String disallowed,
      int similarity) {
    TradingPolicy next = policy(gate, risk, confidence, entry, exit, allowed, disallowed);
    assertThat(Similarity.of(next, OLD)).isEqualTo(similarity);
    assertThat(Similarity.isMaterial(next, OLD)).isEqualTo(similarity < 95);
  }

  @Test
  void small_values_are_compared_with_a_hundredth() {
    TradingPolicy none = risk(0);
    assertThat(Similarity.of(risk(0.0009), none)).isEqualTo(100);
    assertThat(Similarity.of(risk(0.001), none)).isEqualTo(85);
    assertThat(Similarity.of(risk(0.0219), risk(0.02))).isEqualTo(100);
    assertThat(Similarity.of(risk(0.025), risk(0.02))).isEqualTo(85);
  }

  private static TradingPolicy risk(double risk) {
    return policy(RiskProfile.NORMAL, risk, 0.5, EntryMode.NORMAL, ExitMode.FAST_TP, "A", "C");
  }

  private static TradingPolicy policy(
      RiskProfile gate,
      double risk,
      double confidence,
      EntryMode entry,
      ExitMode exit,
      String allowed,
      String disallowed) {
    return new TradingPolicy(
        gate,
        new TradingLimits(new Percent(risk), new Fraction(confidence), entry, exit, 5),
        new SymbolLists(
            Stream.of(allowed.split(" ", -1)).map(Symbol::new).toList(),
            List.of(new Symbol(disallowed)),
            SymbolsDefault.ALLOW),
        "note",
        gate == RiskProfile.NO_NEW_TRADES ? Set.of(BlockReason.KILL_SWITCH) : Set.of(),
        Case.NOW,
        ProfileName.SAFE);
  }
}
