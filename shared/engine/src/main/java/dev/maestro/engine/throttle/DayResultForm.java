package dev.maestro.engine.throttle;

import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kind;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.Words;
import dev.maestro.engine.throttle.DayResult.OnPaper;
import dev.maestro.engine.throttle.mode.ThrottleMode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How a closed day is written and read: as a row, or many of them as columns. */
public final class DayResultForm {
  private static final Field<DayResult, LocalDate> DATE =
      Field.required("date", Kinds.DAY, DayResult::date);
  private static final Field<DayResult, BigDecimal> REALIZED =
      Field.required("realized_pnl", Kinds.DECIMAL, DayResult::realizedPnl);

  /** Absent: nothing was open. Null: what was open has no known mark. */
  private static final Field<DayResult, Optional<BigDecimal>> UNREALIZED =
      Field.nullable("unrealized_pnl", Kinds.DECIMAL, BigDecimal.ZERO, DayResult::unrealizedPnl);

  private static final Field<DayResult, Optional<BigDecimal>> CAPITAL =
      Field.optional("capital_base", Kinds.DECIMAL, DayResult::capitalBase);

  private static final Field<DayResult, Optional<ThrottleMode>> MODE =
      Field.optional(
          "mode", Kinds.word(ThrottleMode.class), day -> day.onPaper().map(OnPaper::mode));
  private static final Field<DayResult, Optional<BigDecimal>> SHADOW_PNL =
      Field.optional("shadow_pnl", Kinds.DECIMAL, day -> day.onPaper().flatMap(OnPaper::pnl));
  private static final Field<DayResult, Optional<BigDecimal>> SHADOW_MARK =
      Field.optional("shadow_mark", Kinds.DECIMAL, day -> day.onPaper().flatMap(OnPaper::mark));

  /** A row. */
  public static final Form<DayResult> FORM =
      Form.of(
          "a closed day",
          in ->
              new DayResult(
                  DATE.in(in),
                  REALIZED.in(in),
                  UNREALIZED.in(in),
                  CAPITAL.in(in),
                  onPaper(MODE.in(in), SHADOW_PNL.in(in), SHADOW_MARK.in(in))),
          List.of(DATE, REALIZED, UNREALIZED, CAPITAL, MODE, SHADOW_PNL, SHADOW_MARK));

  private static final Field<List<DayResult>, List<LocalDate>> DATES =
      Field.column("dates", Kinds.DAY, DayResult::date);
  private static final Field<List<DayResult>, List<BigDecimal>> ALL_REALIZED =
      Field.column(REALIZED.name(), Kinds.DECIMAL, DayResult::realizedPnl);
  private static final Field<List<DayResult>, List<Optional<BigDecimal>>> ALL_UNREALIZED =
      Field.column(UNREALIZED.name(), Kinds.DECIMAL_OR_BLANK, DayResult::unrealizedPnl);
  private static final Field<List<DayResult>, List<Optional<BigDecimal>>> ALL_CAPITAL =
      Field.column(CAPITAL.name(), Kinds.DECIMAL_OR_BLANK, DayResult::capitalBase);

  private static final List<Field<List<DayResult>, ?>> ALWAYS =
      List.of(DATES, ALL_REALIZED, ALL_UNREALIZED, ALL_CAPITAL);

  private static final Kind<List<Optional<BigDecimal>>> AMOUNTS =
      Kinds.list(Kinds.DECIMAL_OR_BLANK);
  private static final Field<List<DayResult>, Optional<List<String>>> MODES =
      Field.optional(
          "modes",
          Kinds.list(Kinds.TEXT),
          rows -> onPaper(rows, paper -> paper.map(OnPaper::mode).map(Enum::name).orElse("")));
  private static final Field<List<DayResult>, Optional<List<Optional<BigDecimal>>>> ALL_SHADOW =
      Field.optional(
          SHADOW_PNL.name(), AMOUNTS, rows -> onPaper(rows, paper -> paper.flatMap(OnPaper::pnl)));
  private static final Field<List<DayResult>, Optional<List<Optional<BigDecimal>>>> ALL_MARKS =
      Field.optional(
          SHADOW_MARK.name(),
          AMOUNTS,
          rows -> onPaper(rows, paper -> paper.flatMap(OnPaper::mark)));

  /**
   * Lists of one length, half the size of a list of rows; a blank is unknown. Those of what was
   * done on paper are there only where something was.
   */
  public static final Form<List<DayResult>> COLUMNS =
      Form.of("closed days", DayResultForm::rows, columns()).open();

  private DayResultForm() {}

  private static List<Field<List<DayResult>, ?>> columns() {
    List<Field<List<DayResult>, ?>> columns = new ArrayList<>(ALWAYS);
    columns.addAll(List.of(MODES, ALL_SHADOW, ALL_MARKS));
    return columns;
  }

  /** What a row on paper is read from; without a mode it is none. */
  public static Optional<OnPaper> onPaper(
      Optional<ThrottleMode> mode, Optional<BigDecimal> pnl, Optional<BigDecimal> mark) {
    return mode.map(known -> new OnPaper(known, pnl, mark));
  }

  private static <V> Optional<List<V>> onPaper(
      List<DayResult> rows, Function<Optional<OnPaper>, V> part) {
    return rows.stream().allMatch(row -> row.onPaper().isEmpty())
        ? Optional.empty()
        : Optional.of(rows.stream().map(row -> part.apply(row.onPaper())).toList());
  }

  private static List<DayResult> rows(Fields in) {
    List<LocalDate> dates = DATES.in(in.requireEven(ALWAYS.stream().map(Field::name).toList()));
    List<BigDecimal> realized = ALL_REALIZED.in(in);
    List<Optional<BigDecimal>> unrealized = ALL_UNREALIZED.in(in);
    List<Optional<BigDecimal>> capital = ALL_CAPITAL.in(in);
    List<DayResult> days = new ArrayList<>(dates.size());
    if (new HashSet<>(dates).size() < dates.size()) {
      throw in.wrong(DATES.name(), "days, each of them once", dates);
    }
    List<Optional<OnPaper>> onPaper = onPaper(in, dates.size());
    for (int i = 0; i < dates.size(); i++) {
      days.add(
          new DayResult(
              dates.get(i), realized.get(i), unrealized.get(i), capital.get(i), onPaper.get(i)));
    }
    return days;
  }

  private static List<Optional<OnPaper>> onPaper(Fields in, int count) {
    if (!in.has(MODES.name())) {
      return Collections.nCopies(count, Optional.empty());
    }
    List<String> columns = List.of(DATES.name(), MODES.name(), ALL_SHADOW.name(), ALL_MARKS.name());
    List<String> modes = MODES.in(in.requireEven(columns)).orElseThrow();
    List<Optional<BigDecimal>> pnl = ALL_SHADOW.in(in).orElseThrow();
    List<Optional<BigDecimal>> marks = ALL_MARKS.in(in).orElseThrow();
    List<Optional<OnPaper>> days = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Optional<ThrottleMode> mode = Words.read(ThrottleMode.class, modes.get(i));
      if (mode.isEmpty() && !modes.get(i).isEmpty()) {
        throw in.wrong(MODES.name(), Kinds.word(ThrottleMode.class).rule(), modes.get(i));
      }
      days.add(onPaper(mode, pnl.get(i), marks.get(i)));
    }
    return days;
  }
}
