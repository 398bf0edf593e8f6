package dev.maestro.engine.narration.fact;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/**
 * What a text about a cycle may say. Words that agents wrote (reasons, metadata, names) are no
 * facts: a number in them is their claim.
 *
 * @param numbers as the record holds them, and all counts of its rows
 * @param percents the same for what is in percent; fractions times 100 among them
 * @param ratios Sharpe ratios, and what our sentences about a strategy compare them with
 * @param times days and times of day of the cycle, as ISO-8601 begins and goes on
 * @param words in capitals: modes, verdicts, reasons, profiles
 * @param strategies registered ones
 * @param symbols that signals name, and the session's id
 */
public record RecordFacts(
    Set<BigDecimal> numbers,
    Set<BigDecimal> percents,
    Set<BigDecimal> ratios,
    Set<String> times,
    Set<String> words,
    Set<String> strategies,
    Set<String> symbols,
    RowCounts counts,
    Set<Integer> systemic) {

  /**
   * The facts of a record.
   *
   * @param record its fields, canonical or plain
   */
  public static RecordFacts of(Map<String, ?> record) {
    return new FactReader(record).facts();
  }

  /** True if the number stands in the record at the precision written. */
  boolean hold(WrittenNumber number) {
    return (number.isPercent() ? percents : numbers).stream().anyMatch(number::says);
  }
}
