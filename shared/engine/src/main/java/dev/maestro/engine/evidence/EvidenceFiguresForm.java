package dev.maestro.engine.evidence;

import dev.maestro.engine.evidence.claim.EvidenceWord;
import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.View;
import dev.maestro.engine.throttle.mode.ThrottleMode;
import java.util.List;
import java.util.function.Function;

/** How the figures of a strategy's evidence are written, read and shown. */
public final class EvidenceFiguresForm {
  private static final Field<EvidenceFigures, Integer> DAYS =
      Field.required("days", Kinds.COUNT, EvidenceFigures::days);
  private static final Field<EvidenceFigures, Double> EXPECTED_SHARPE =
      number("expected_sharpe", EvidenceFigures::expectedSharpe);
  private static final Field<EvidenceFigures, Double> PROBABILITY_NEGATIVE =
      number("probability_negative", EvidenceFigures::probabilityNegative);
  private static final Field<EvidenceFigures, ThrottleMode> MODE =
      Field.required("mode", Kinds.word(ThrottleMode.class), EvidenceFigures::mode);
  private static final Field<EvidenceFigures, Integer> MODE_CHANGES =
      Field.required("mode_changes", Kinds.COUNT, EvidenceFigures::modeChanges);
  private static final Field<EvidenceFigures, Double> AGAINST =
      number("against", EvidenceFigures::against);
  private static final Field<EvidenceFigures, Double> PROOF =
      number("proof", EvidenceFigures::proof);
  private static final Field<EvidenceFigures, Double> DETECTOR =
      number("detector", EvidenceFigures::detector);
  private static final Field<EvidenceFigures, EvidenceWord> WORD =
      Field.required("word", Kinds.word(EvidenceWord.class), EvidenceFigures::word);
  private static final Field<EvidenceFigures, Double> DETECTION =
      number("detection", EvidenceFigures::detection);

  /** All of them. */
  public static final Form<EvidenceFigures> FORM =
      Form.of(
          "the figures of a strategy's evidence",
          in ->
              new EvidenceFigures(
                  DAYS.in(in),
                  EXPECTED_SHARPE.in(in),
                  PROBABILITY_NEGATIVE.in(in),
                  MODE.in(in),
                  MODE_CHANGES.in(in),
                  AGAINST.in(in),
                  PROOF.in(in),
                  DETECTOR.in(in),
                  WORD.in(in),
                  DETECTION.in(in)),
          List.of(
              DAYS,
              EXPECTED_SHARPE,
              PROBABILITY_NEGATIVE,
              MODE,
              MODE_CHANGES,
              AGAINST,
              PROOF,
              DETECTOR,
              WORD,
              DETECTION));

  /** What people and records are shown: the sums of the tests aside. */
  public static final View<EvidenceFigures> SHOWN =
      View.of(DAYS, DETECTION, EXPECTED_SHARPE, MODE, PROBABILITY_NEGATIVE, WORD);

  private EvidenceFiguresForm() {}

  private static Field<EvidenceFigures, Double> number(
      String name, Function<EvidenceFigures, Double> of) {
    return Field.required(name, Kinds.NUMBER, of);
  }
}
