package dev.maestro.engine.archive;

import dev.maestro.engine.archive.value.ValueCodecs;
import dev.maestro.engine.capital.book.Holdings;
import dev.maestro.engine.capital.book.LedgerHolding;
import dev.maestro.engine.capital.book.LedgerTrade;
import dev.maestro.engine.capital.book.Lot;
import dev.maestro.engine.capital.book.Lots;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.intent.OpenIntents;
import dev.maestro.engine.capital.ledger.LatestTrades;
import dev.maestro.engine.claim.LedgerChanges;
import dev.maestro.engine.claim.TenantLedger;
import dev.maestro.engine.policy.ProfileName;
import dev.maestro.engine.policy.profile.Parameter;
import dev.maestro.engine.policy.profile.Profile;
import dev.maestro.engine.systemic.AnsweredCheck;
import dev.maestro.engine.systemic.RiskCheck;
import dev.maestro.engine.systemic.VixCheck;
import dev.maestro.engine.systemic.VixUnknownCheck;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the input of a cycle is written: its records as they are, and the few classes beside them.
 */
final class ArchiveTypes {
  /** Made once; a type that cannot be written fails here, at the first cycle of all. */
  static final ValueCodecs.Root<CycleArchive> CYCLE = codecs().root(CycleArchive.class);

  private ArchiveTypes() {}

  private record ListedHoldings(List<LedgerHolding> all) {
    Holdings summed() {
      Holdings holdings = Holdings.NONE;
      for (LedgerHolding each : all) {
        holdings = holdings.with(each);
      }
      return holdings;
    }
  }

  private record ListedLots(List<Lot> all) {
    Lots sorted() {
      Lots lots = Lots.NONE;
      for (Lot each : all) {
        lots = lots.with(each);
      }
      return lots;
    }
  }

  private record ListedTrades(List<LedgerTrade> all) {
    LatestTrades newest() {
      LatestTrades trades = LatestTrades.NONE;
      for (LedgerTrade each : all) {
        trades = trades.with(each);
      }
      return trades;
    }
  }

  private record ListedIntents(BigDecimal overfillFactor, List<Intent> all) {
    OpenIntents summed() {
      OpenIntents intents = OpenIntents.none(overfillFactor);
      for (Intent each : all) {
        intents = intents.with(each);
      }
      return intents;
    }
  }

  /** Every value of a profile as text. */
  private record NamedProfile(ProfileName name, SortedMap<Parameter, String> values) {
    static NamedProfile of(Profile profile) {
      SortedMap<Parameter, String> texts = new TreeMap<>();
      for (Parameter parameter : Parameter.values()) {
        texts.put(parameter, profile.value(parameter).toString());
      }
      return new NamedProfile(profile.name(), texts);
    }

    Profile profile() {
      Map<Parameter, Object> all = new EnumMap<>(Parameter.class);
      values.forEach((parameter, text) -> all.put(parameter, value(parameter.in(name), text)));
      return Profile.of(name, all);
    }

    private static Object value(Object like, String text) {
      if (like instanceof Enum<?> word) {
        return List.of(word.getDeclaringClass().getEnumConstants()).stream()
            .filter(constant -> constant.name().equals(text))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no word " + text));
      }
      return new BigDecimal(text);
    }
  }

  private static ValueCodecs codecs() {
    return new ValueCodecs()
        .with(RiskCheck.class, List.of(VixCheck.class, VixUnknownCheck.class, AnsweredCheck.class))
        .with(LedgerChanges.class, TenantLedger.class, LedgerChanges::ledger, LedgerChanges::none)
        .with(
            Holdings.class,
            ListedHoldings.class,
            (Holdings held) -> new ListedHoldings(held.all()),
            ListedHoldings::summed)
        .with(
            Lots.class,
            ListedLots.class,
            (Lots lots) -> new ListedLots(lots.all()),
            ListedLots::sorted)
        .with(
            LatestTrades.class,
            ListedTrades.class,
            (LatestTrades trades) -> new ListedTrades(trades.all()),
            ListedTrades::newest)
        .with(
            OpenIntents.class,
            ListedIntents.class,
            (OpenIntents open) -> new ListedIntents(open.overfillFactor(), open.all()),
            ListedIntents::summed)
        .with(Profile.class, NamedProfile.class, NamedProfile::of, NamedProfile::profile);
  }
}
