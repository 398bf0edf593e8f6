package dev.maestro.engine.twin;

import dev.maestro.engine.evidence.paired.DailyEffect;
import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kinds;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** How the days of the twin are written and read. */
final class TwinDaysForm {
  private static final Field<DailyEffect, Integer> DAYS =
      Field.required("days", Kinds.COUNT, DailyEffect::days);
  private static final Field<DailyEffect, Double> MEAN =
      Field.required("mean", Kinds.NUMBER, DailyEffect::mean);
  private static final Field<DailyEffect, Double> SQUARES =
      Field.required("squares", Kinds.NUMBER, DailyEffect::squares);
  private static final Form<DailyEffect> EFFECT =
      Form.of(
          "an effect",
          in -> new DailyEffect(DAYS.in(in), MEAN.in(in), SQUARES.in(in)),
          List.of(DAYS, MEAN, SQUARES));

  private static final Field<TwinDays, LocalDate> DAY =
      Field.required("day", Kinds.DAY, TwinDays::day);
  private static final Field<TwinDays, BookAmounts> COUNTED =
      Field.required("counted", TwinTradeForm.AMOUNTS, TwinDays::counted);
  private static final Field<TwinDays, BookAmounts> WORTH =
      Field.required("worth", TwinTradeForm.AMOUNTS, TwinDays::worth);
  private static final Field<TwinDays, Optional<Instant>> AS_OF =
      Field.optional("as_of", Kinds.TIME, TwinDays::asOf);
  private static final Field<TwinDays, Set<TwinBook>> EXPOSED =
      Field.required("exposed", Kinds.words(TwinBook.class), TwinDays::exposed);
  private static final Field<TwinDays, SortedMap<TwinPart, DailyEffect>> EFFECTS =
      Field.required(
          "effects",
          Kinds.map(Kinds.word(TwinPart.class), EFFECT),
          days -> new TreeMap<>(days.effects()));
  private static final Field<TwinDays, Integer> UNMARKED =
      Field.required("unmarked", Kinds.COUNT, TwinDays::unmarked);

  static final Form<TwinDays> FORM =
      Form.of(
          "the days of the twin",
          in ->
              new TwinDays(
                  DAY.in(in),
                  COUNTED.in(in),
                  WORTH.in(in),
                  AS_OF.in(in),
                  EXPOSED.in(in),
                  EFFECTS.in(in),
                  UNMARKED.in(in)),
          List.of(DAY, COUNTED, WORTH, AS_OF, EXPOSED, EFFECTS, UNMARKED));

  private TwinDaysForm() {}
}
