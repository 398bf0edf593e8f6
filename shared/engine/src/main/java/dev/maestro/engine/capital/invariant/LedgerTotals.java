package dev.maestro.engine.capital.invariant;

import dev.maestro.engine.capital.book.LedgerHolding;
import dev.maestro.engine.capital.book.Lot;
import dev.maestro.engine.capital.book.Stake;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.ledger.BrokerAccount;
import dev.maestro.engine.capital.ledger.Ledger;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the parts of a ledger add up to, by name. It is stored beside them and carried on by what
 * each command changes, never reckoned anew: so a holding, an intent or a booking that was lost or
 * edited by hand differs from it until the document is restored. Not what gates and bounds ask:
 * those reckon from the parts.
 */
public record LedgerTotals(SortedMap<String, BigDecimal> sums) {
  /** Keeps its own map, without trailing zeros. */
  public LedgerTotals {
    SortedMap<String, BigDecimal> plain = new TreeMap<>();
    sums.forEach((name, sum) -> plain.put(name, plain(sum)));
    sums = Collections.unmodifiableSortedMap(plain);
  }

  /** What the parts of a ledger add up to as they stand. */
  public static LedgerTotals of(Ledger ledger) {
    SortedMap<String, BigDecimal> sums = new TreeMap<>();
    account(ledger.account(), sums);
    intents(ledger.intents().all(), sums);
    List<Stake> held = ledger.book().holdings().all().stream().map(LedgerHolding::stake).toList();
    stakes("held", held, sums);
    List<Stake> lots =
        ledger.book().lots().all().stream().map(Lot::content).map(LedgerHolding::stake).toList();
    stakes("lots", lots, sums);
    sums.put("bookings", count(ledger.bookings().sinceSnapshot().size()));
    sums.put("filled_since", ledger.bookings().used().value());
    sums.put("grants", count(ledger.grants().lastHour().size()));
    sums.put("suspended", count(ledger.restrictions().suspended().size()));
    sums.put("doubts", count(ledger.restrictions().doubts().size()));
    sums.put("entries_filled", count(ledger.dayEntries().filled()));
    sums.put("assigned", ledger.assigned().value());
    return new LedgerTotals(sums);
  }

  /** These totals after a command that made one ledger of the other. */
  public LedgerTotals after(Ledger before, Ledger changed) {
    SortedMap<String, BigDecimal> next = new TreeMap<>(sums);
    of(changed).sums.forEach((name, sum) -> next.merge(name, sum, BigDecimal::add));
    of(before).sums.forEach((name, sum) -> next.merge(name, sum.negate(), BigDecimal::add));
    return new LedgerTotals(next);
  }

  /** All of which the parts of a ledger add up to something else, or that is not known. */
  public List<BrokenInvariant> broken(Ledger ledger) {
    SortedMap<String, BigDecimal> found = of(ledger).sums;
    List<BrokenInvariant> broken = new ArrayList<>();
    found.forEach(
        (name, sum) -> {
          Optional<BigDecimal> known = Optional.ofNullable(sums.get(name));
          if (known.filter(sum::equals).isEmpty()) {
            broken.add(
                new BrokenInvariant(
                    "the parts of a ledger add up to its totals",
                    name
                        + " is "
                        + sum.toPlainString()
                        + " instead of "
                        + known.map(BigDecimal::toPlainString).orElse("what was lost")));
          }
        });
    return broken;
  }

  /** An edited buying power grants as much as a lost holding. */
  private static void account(Optional<BrokerAccount> account, SortedMap<String, BigDecimal> sums) {
    sums.put("equity", account.map(known -> known.equity().value()).orElse(BigDecimal.ZERO));
    sums.put(
        "buying_power", account.map(known -> known.buyingPower().value()).orElse(BigDecimal.ZERO));
    sums.put(
        "as_of",
        account.map(known -> count(known.asOf().getEpochSecond())).orElse(BigDecimal.ZERO));
  }

  private static void intents(List<Intent> open, SortedMap<String, BigDecimal> sums) {
    BigDecimal notional = BigDecimal.ZERO;
    BigDecimal quantity = BigDecimal.ZERO;
    BigDecimal filled = BigDecimal.ZERO;
    for (Intent intent : open) {
      notional = notional.add(intent.order().notional().value());
      quantity = quantity.add(intent.order().quantity().value());
      filled = filled.add(intent.filled().notional().value());
    }
    sums.put("intents", count(open.size()));
    sums.put("intents_notional", notional);
    sums.put("intents_quantity", quantity);
    sums.put("intents_filled", filled);
  }

  private static void stakes(String name, List<Stake> stakes, SortedMap<String, BigDecimal> sums) {
    BigDecimal quantity = BigDecimal.ZERO;
    BigDecimal cost = BigDecimal.ZERO;
    BigDecimal fees = BigDecimal.ZERO;
    for (Stake stake : stakes) {
      quantity = quantity.add(stake.quantity().value());
      cost = cost.add(stake.cost().value());
      fees = fees.add(stake.fees().value());
    }
    sums.put(name, count(stakes.size()));
    sums.put(name + "_quantity", quantity);
    sums.put(name + "_cost", cost);
    sums.put(name + "_fees", fees);
  }

  private static BigDecimal count(long number) {
    return BigDecimal.valueOf(number);
  }

  private static BigDecimal plain(BigDecimal sum) {
    return sum.signum() == 0 ? BigDecimal.ZERO : sum.stripTrailingZeros();
  }
}
