package dev.maestro.engine.throttle;

import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kind;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.throttle.ThrottleMemory.Looser;
import dev.maestro.engine.throttle.mode.ThrottleMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** How the memory of the throttle is written and read: a row for each strategy. */
public final class ThrottleMemoryForm {
  private static final Kind<ThrottleMode> MODES = Kinds.word(ThrottleMode.class);

  private static final Field<Map.Entry<String, ThrottleMemory>, String> STRATEGY =
      Field.required("strategy", Kinds.TEXT, Map.Entry::getKey);
  private static final Field<Map.Entry<String, ThrottleMemory>, ThrottleMode> MODE =
      Field.required("mode", MODES, row -> row.getValue().mode());
  private static final Field<Map.Entry<String, ThrottleMemory>, Instant> DECIDED_AT =
      Field.required("decided_at", Kinds.TIME, row -> row.getValue().decidedAt());
  private static final Field<Map.Entry<String, ThrottleMemory>, Optional<LocalDate>> LAST_DAY =
      Field.optional("last_closed_day", Kinds.DAY, row -> row.getValue().lastClosedDay());
  private static final Field<Map.Entry<String, ThrottleMemory>, Optional<ThrottleMode>>
      LOOSER_MODE =
          Field.optional("looser_mode", MODES, row -> row.getValue().looser().map(Looser::mode));
  private static final Field<Map.Entry<String, ThrottleMemory>, Optional<Integer>> LOOSER_DAYS =
      Field.optional(
          "looser_days", Kinds.COUNT, row -> row.getValue().looser().map(Looser::closedDays));

  private static final Form<Map.Entry<String, ThrottleMemory>> ROW =
      Form.of(
          "the memory of the throttle",
          in ->
              Map.entry(
                  STRATEGY.in(in),
                  new ThrottleMemory(
                      MODE.in(in),
                      DECIDED_AT.in(in),
                      LAST_DAY.in(in),
                      LOOSER_MODE
                          .in(in)
                          .map(mode -> new Looser(mode, in.get(LOOSER_DAYS.name(), Kinds.COUNT))))),
          List.of(STRATEGY, MODE, DECIDED_AT, LAST_DAY, LOOSER_MODE, LOOSER_DAYS));

  /** What is remembered of all strategies; a name that is none of a strategy is of nobody. */
  public static final Kind<SortedMap<StrategyId, ThrottleMemory>> ROWS =
      Kinds.list(ROW)
          .as(
              rows -> {
                SortedMap<StrategyId, ThrottleMemory> byStrategy = new TreeMap<>();
                rows.forEach(
                    row ->
                        StrategyId.of(row.getKey())
                            .ifPresent(id -> byStrategy.put(id, row.getValue())));
                return byStrategy;
              },
              byStrategy ->
                  byStrategy.entrySet().stream()
                      .map(row -> Map.entry(row.getKey().value(), row.getValue()))
                      .toList());

  private ThrottleMemoryForm() {}
}
