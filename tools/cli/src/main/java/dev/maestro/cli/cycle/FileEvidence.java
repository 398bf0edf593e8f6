package dev.maestro.cli.cycle;

import dev.maestro.engine.evidence.EvidenceConfig;
import dev.maestro.engine.evidence.EvidenceOpinion;
import dev.maestro.engine.evidence.StrategyEvidence;
import dev.maestro.engine.throttle.DayResult;
import dev.maestro.engine.throttle.DayReturn;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the rows of a file prove of a strategy. A day counts on which money was made or lost, or
 * something was open at its end or at the end of the day before; whether a trade was closed at
 * exactly nothing, rows do not say.
 */
final class FileEvidence {
  private final StrategyEvidence evidence;
  private final BigDecimal baseCapital;

  FileEvidence(EvidenceConfig config, BigDecimal baseCapital) {
    this.evidence = new StrategyEvidence(config);
    this.baseCapital = baseCapital;
  }

  /** Of the rows up to the newest day that is closed; empty without one. */
  Optional<EvidenceOpinion> of(List<DayResult> rows, LocalDate closedUpTo) {
    List<DayResult> closed =
        rows.stream()
            .filter(row -> !row.date().isAfter(closedUpTo))
            .sorted(Comparator.comparing(DayResult::date))
            .toList();
    if (closed.isEmpty()) {
      return Optional.empty();
    }
    List<Double> returns = new ArrayList<>();
    Optional<BigDecimal> before = Optional.of(BigDecimal.ZERO);
    for (DayResult row : closed) {
      OptionalDouble earned = DayReturn.of(row, before, baseCapital);
      if (earned.isPresent() && (isOpen(before) || isOpen(row.unrealizedPnl()) || isTraded(row))) {
        returns.add(earned.getAsDouble());
      }
      before = row.unrealizedPnl();
    }
    return Optional.of(evidence.opinion(evidence.of(returns)));
  }

  private static boolean isTraded(DayResult row) {
    return row.realizedPnl().signum() != 0
        || row.onPaper()
            .flatMap(DayResult.OnPaper::pnl)
            .filter(pnl -> pnl.signum() != 0)
            .isPresent();
  }

  private static boolean isOpen(Optional<BigDecimal> mark) {
    return mark.filter(open -> open.signum() != 0).isPresent();
  }
}
