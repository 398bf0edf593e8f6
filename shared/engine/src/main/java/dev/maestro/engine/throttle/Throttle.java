package dev.maestro.engine.throttle;

import dev.maestro.engine.evidence.EvidenceOpinion;
import dev.maestro.engine.number.HalfEven;
import dev.maestro.engine.number.SampleStatistics;
import dev.maestro.engine.throttle.ThrottleDecision.OtherMethod;
import dev.maestro.engine.throttle.mode.ThrottleMethod;
import dev.maestro.engine.throttle.mode.ThrottleMode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The mode that the closed days of a strategy call for. The rules, in the order in which they
 * decide:
 *
 * <ol>
 *   <li>drawdown at or below max_drawdown: SHADOW_MODE;
 *   <li>fewer known day returns than a new strategy has rows, though there are rows enough: nothing
 *       is known;
 *   <li>too few rows, or a degenerate deviation and a mean not below the risk-free rate: the mode
 *       of a new strategy;
 *   <li>annual Sharpe below shadow_below, or constant losses: SHADOW_MODE;
 *   <li>below reduce_below: REDUCED;
 *   <li>else ACTIVE.
 * </ol>
 */
public final class Throttle {
  private static final String TO_SHADOW = "Moving to SHADOW_MODE for re-training.";

  private Throttle() {}

  /**
   * Decides from rows in any order, up to the newest of them; what came before is the business of
   * {@link ThrottleMemory}.
   */
  public static ThrottleDecision decide(List<DayResult> rows, ThrottleConfig config) {
    PerformanceReading known =
        RowsInOrder.before(LocalDate.MAX, new PerformanceReading.Rows(rows), config);
    return known instanceof PerformanceReading.Rows inOrder
        ? decideInOrder(inOrder, config)
        : ThrottleDecision.unavailable(((PerformanceReading.Unavailable) known).why());
  }

  /**
   * Decides from rows as {@link RowsInOrder} gives them, by the method that is configured, and says
   * what the other one calls for. Rule 1 and the mode of a new strategy are those of both; without
   * evidence, the method EVIDENCE knows nothing.
   */
  static ThrottleDecision decideInOrder(PerformanceReading.Rows rows, ThrottleConfig config) {
    Judged judged = judge(rows.days(), config);
    ThrottleDecision bySharpe = judged.decision();
    Optional<ThrottleDecision> byEvidence =
        judged.isForBoth()
            ? rows.evidence().map(opinion -> bySharpe)
            : rows.evidence()
                .map(opinion -> bySharpe.in(opinion.figures().mode(), opinion.reasoning()));
    boolean isByEvidence = config.method() == ThrottleMethod.EVIDENCE;
    ThrottleDecision decision =
        isByEvidence && !judged.isForBoth()
            ? byEvidence.orElseGet(
                () -> ThrottleDecision.unavailable("no evidence is kept of it: run snapshot"))
            : bySharpe;
    Optional<OtherMethod> other =
        isByEvidence
            ? Optional.of(other(ThrottleMethod.SHARPE, bySharpe))
            : byEvidence.map(known -> other(ThrottleMethod.EVIDENCE, known));
    return decision.beside(rows.evidence().map(EvidenceOpinion::figures), other);
  }

  private static OtherMethod other(ThrottleMethod method, ThrottleDecision decision) {
    return new OtherMethod(method, decision.mode(), decision.reasoning());
  }

  /** What the Sharpe ratio calls for, and whether the rule that decided is one of both methods. */
  private record Judged(ThrottleDecision decision, boolean isForBoth) {}

  private static Judged judge(List<DayResult> rows, ThrottleConfig config) {
    ThrottleFigures figures = ThrottleFigures.of(rows, config);
    if (hidesTooMuch(figures, config)) {
      return new Judged(
          ThrottleDecision.unavailable(
              "of " + figures.rows() + " days only " + figures.days() + " have a known return"),
          true);
    }
    double riskFree = config.riskFreeRate().doubleValue() / config.periodsPerYear();
    double annual = Math.sqrt(config.periodsPerYear());
    Optional<SampleStatistics> spread = figures.returns().filter(r -> !r.isDegenerate());
    OptionalDouble sharpe =
        spread
            .map(r -> OptionalDouble.of(r.sharpe(riskFree) * annual))
            .orElse(OptionalDouble.empty());
    OptionalDouble error =
        spread
            .map(
                r ->
                    OptionalDouble.of(
                        annual
                            * SampleStatistics.sharpeStandardError(r.sharpe(riskFree), r.count())))
            .orElse(OptionalDouble.empty());
    boolean losing = figures.returns().filter(r -> r.mean() < riskFree).isPresent();
    Ruling ruling = rule(figures, sharpe, losing, config);
    boolean shown = figures.days() >= config.minDataPoints();
    return new Judged(
        new ThrottleDecision(
            ruling.mode(),
            shown ? sharpe : OptionalDouble.empty(),
            error,
            OptionalDouble.of(figures.drawdown()),
            figures.days(),
            ruling.reasoning(),
            false,
            Optional.empty(),
            Optional.empty()),
        !shown || figures.drawdown() <= config.maxDrawdown().doubleValue());
  }

  /**
   * Days that are unknown do not make a strategy new; a fall that the known ones show is a fall all
   * the same.
   */
  private static boolean hidesTooMuch(ThrottleFigures figures, ThrottleConfig config) {
    return figures.rows() >= config.minDataPoints()
        && figures.days() < config.minDataPoints()
        && figures.drawdown() > config.maxDrawdown().doubleValue();
  }

  private record Ruling(ThrottleMode mode, String reasoning) {}

  private static Ruling rule(
      ThrottleFigures figures, OptionalDouble sharpe, boolean losing, ThrottleConfig config) {
    if (figures.drawdown() <= config.maxDrawdown().doubleValue()) {
      return new Ruling(
          ThrottleMode.SHADOW_MODE,
          "Drawdown "
              + fixed(figures.drawdown() * 100, 1)
              + "% <= "
              + shortest(config.maxDrawdown().movePointRight(2))
              + "%. "
              + TO_SHADOW);
    }
    if (figures.days() < config.minDataPoints() || (sharpe.isEmpty() && !losing)) {
      return new Ruling(
          config.newStrategyMode(), "Insufficient historical data for Sharpe-based adjustment");
    }
    if (sharpe.isEmpty()) {
      return new Ruling(ThrottleMode.SHADOW_MODE, "Constant losses. " + TO_SHADOW);
    }
    return ruleBySharpe(sharpe.getAsDouble(), config);
  }

  private static Ruling ruleBySharpe(double sharpe, ThrottleConfig config) {
    String shown = "Sharpe Ratio " + fixed(sharpe, 2);
    if (sharpe < config.shadowBelow().doubleValue()) {
      return new Ruling(
          ThrottleMode.SHADOW_MODE,
          shown + " < " + shortest(config.shadowBelow()) + ". " + TO_SHADOW);
    }
    if (sharpe < config.reduceBelow().doubleValue()) {
      return new Ruling(
          ThrottleMode.REDUCED,
          shown + " < " + shortest(config.reduceBelow()) + ". Reducing allocation by 50%.");
    }
    return new Ruling(
        ThrottleMode.ACTIVE,
        shown + " >= " + shortest(config.reduceBelow()) + ". Full allocation maintained.");
  }

  /**
   * Half-even on the exact binary value; a negative figure keeps its sign even when it rounds to 0.
   */
  private static String fixed(double value, int places) {
    BigDecimal rounded = HalfEven.round(value, places);
    return (value < 0 && rounded.signum() == 0 ? "-" : "") + rounded.toPlainString();
  }

  /** As few places as it takes, at least one: 0.5, 1.0. */
  private static String shortest(BigDecimal threshold) {
    BigDecimal stripped = threshold.stripTrailingZeros();
    return stripped.setScale(Math.max(1, stripped.scale())).toPlainString();
  }
}
