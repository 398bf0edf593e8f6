package dev.maestro.engine.capital.sizing;

import dev.maestro.engine.capital.SizingLimits;
import dev.maestro.engine.number.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The notional of an entry: max(0, equity x weight x allocation), cut by every bound in the order
 * of {@link CutCode}. A bound below 0 is 0; one that is smaller than what it meets is listed.
 */
public final class EntrySizing {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Bounds that do not end are cut far beyond the cent; equal quotients stay equal. */
  private static final MathContext EXACT_ENOUGH = new MathContext(60, RoundingMode.DOWN);

  private final EntryTerms terms;
  private final CapitalRoom room;
  private final SizingLimits limits;
  private final List<NotionalCut> cuts = new ArrayList<>();
  private BigDecimal notional;

  private EntrySizing(EntryTerms terms, CapitalRoom room, SizingLimits limits) {
    this.terms = terms;
    this.room = room;
    this.limits = limits;
    this.notional =
        equity().multiply(terms.weight()).multiply(terms.allocation()).max(BigDecimal.ZERO);
  }

  /** The size of an entry, or why it has none. */
  public static SizedEntry size(EntryTerms terms, CapitalRoom room, SizingLimits limits) {
    Optional<SizingCode> refusal = PriceCheck.refusal(terms, limits);
    return refusal.isPresent()
        ? SizedEntry.refused(refusal.get())
        : new EntrySizing(terms, room, limits).cut();
  }

  private SizedEntry cut() {
    bound(CutCode.RISK_CAP, riskCap());
    bound(
        CutCode.AGENT_CAPITAL,
        equity().multiply(terms.weight()).subtract(room.agentUsed().value()));
    bound(CutCode.AVAILABLE, room.available().divide(limits.overfillFactor(), EXACT_ENOUGH));
    bound(
        CutCode.EXPOSURE,
        percentOfEquity(terms.totalExposureLimit()).subtract(room.exposure().value()));
    limits
        .maxSymbolExposurePct()
        .ifPresent(
            pct ->
                bound(
                    CutCode.SYMBOL_EXPOSURE,
                    percentOfEquity(pct).subtract(room.symbolExposure().value())));
    limits.maxOrderNotional().ifPresent(most -> bound(CutCode.MAX_NOTIONAL, most.value()));
    Money cents = cents(notional);
    boolean isWorthIt = cents.compareTo(limits.minOrderNotional()) >= 0;
    return new SizedEntry(isWorthIt ? SizingCode.RESERVED : SizingCode.NO_CAPITAL, cents, cuts);
  }

  private void bound(CutCode code, BigDecimal given) {
    BigDecimal bound = given.max(BigDecimal.ZERO);
    if (bound.compareTo(notional) < 0) {
      cuts.add(new NotionalCut(code, cents(notional), cents(bound)));
      notional = bound;
    }
  }

  /** equity x max_risk_pct / the stop's distance in percent of the price. */
  private BigDecimal riskCap() {
    BigDecimal risk = equity().multiply(terms.maxRiskPct());
    if (terms.stopPrice().isEmpty()) {
      return risk.divide(limits.assumedStopPct(), EXACT_ENOUGH);
    }
    BigDecimal price = terms.entryPrice().orElseThrow();
    BigDecimal distance = price.subtract(terms.stopPrice().get()).abs().multiply(HUNDRED);
    return distance.compareTo(limits.minStopPct().multiply(price)) <= 0
        ? risk.divide(limits.minStopPct(), EXACT_ENOUGH)
        : risk.multiply(price).divide(distance, EXACT_ENOUGH);
  }

  private BigDecimal percentOfEquity(BigDecimal percent) {
    return equity().multiply(percent).movePointLeft(2);
  }

  private BigDecimal equity() {
    return room.equity().value();
  }

  private static Money cents(BigDecimal amount) {
    return new Money(amount.setScale(2, RoundingMode.DOWN));
  }
}
