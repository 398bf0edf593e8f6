package dev.maestro.engine.evidence.track;

import dev.maestro.engine.evidence.EvidenceFigures;
import dev.maestro.engine.evidence.EvidenceFiguresForm;
import dev.maestro.engine.evidence.EvidenceOpinion;
import dev.maestro.engine.evidence.EvidenceState;
import dev.maestro.engine.evidence.claim.ClaimState;
import dev.maestro.engine.evidence.claim.EvidenceWord;
import dev.maestro.engine.evidence.filter.FilterState;
import dev.maestro.engine.evidence.filter.SharpeDistribution;
import dev.maestro.engine.evidence.neutral.MarketBeta;
import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.throttle.mode.ThrottleMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How the evidence of a strategy is written and read; of an anchor, every number exactly. */
public final class EvidenceTrackForm {
  private static final Field<EvidenceAnchor, LocalDate> THROUGH =
      Field.required("through", Kinds.DAY, EvidenceAnchor::through);
  private static final Field<EvidenceAnchor, String> PAST =
      Field.required("past", Kinds.TEXT, EvidenceAnchor::past);
  private static final Field<EvidenceAnchor, Boolean> UNMARKED =
      Field.required("unmarked", Kinds.FLAG, EvidenceAnchor::isUnmarked);
  private static final Field<EvidenceAnchor, String> ANCHOR_VERSION =
      Field.required("version", Kinds.TEXT, anchor -> anchor.state().version());
  private static final Field<EvidenceAnchor, List<Double>> BELIEF =
      numbers("belief", anchor -> anchor.state().filter().belief().probabilities());
  private static final Field<EvidenceAnchor, List<Double>> VOLATILITY =
      numbers("volatility", anchor -> volatility(anchor.state().filter()));
  private static final Field<EvidenceAnchor, List<Double>> CLAIM =
      numbers("claim", anchor -> claim(anchor.state().claim()));
  private static final Field<EvidenceAnchor, EvidenceWord> WORD =
      Field.required(
          "word", Kinds.word(EvidenceWord.class), anchor -> anchor.state().claim().word());
  private static final Field<EvidenceAnchor, ThrottleMode> MODE =
      Field.required("mode", Kinds.word(ThrottleMode.class), anchor -> anchor.state().mode());
  private static final Field<EvidenceAnchor, Integer> MODE_CHANGES =
      Field.required("mode_changes", Kinds.COUNT, anchor -> anchor.state().modeChanges());
  private static final Field<EvidenceAnchor, List<Double>> MARKET =
      numbers("market", anchor -> market(anchor.beta()));

  private static final Form<EvidenceAnchor> ANCHOR =
      Form.of(
          "the anchor of a strategy's evidence",
          in ->
              new EvidenceAnchor(
                  THROUGH.in(in),
                  PAST.in(in),
                  UNMARKED.in(in),
                  new EvidenceState(
                      ANCHOR_VERSION.in(in),
                      filter(BELIEF.in(in), VOLATILITY.in(in)),
                      claim(CLAIM.in(in), WORD.in(in)),
                      MODE.in(in),
                      MODE_CHANGES.in(in)),
                  market(MARKET.in(in))),
          List.of(
              THROUGH,
              PAST,
              UNMARKED,
              ANCHOR_VERSION,
              BELIEF,
              VOLATILITY,
              CLAIM,
              WORD,
              MODE,
              MODE_CHANGES,
              MARKET));

  private static final Field<EvidenceTrack, String> SETTINGS =
      Field.required("settings", Kinds.TEXT, EvidenceTrack::settings);
  private static final Field<EvidenceTrack, EvidenceAnchor> ANCHORED =
      Field.required("anchor", ANCHOR, EvidenceTrack::anchor);
  private static final Field<EvidenceTrack, String> VERSION =
      Field.required("version", Kinds.TEXT, EvidenceTrack::version);
  private static final Field<EvidenceTrack, Optional<LocalDate>> VERSION_SINCE =
      Field.optional("version_since", Kinds.DAY, EvidenceTrack::versionSince);
  private static final Field<EvidenceTrack, EvidenceFigures> FIGURES =
      Field.required("figures", EvidenceFiguresForm.FORM, track -> track.opinion().figures());
  private static final Field<EvidenceTrack, String> REASONING =
      Field.required("reasoning", Kinds.TEXT, track -> track.opinion().reasoning());

  private static final Field<EvidenceTrack, String> STRIP =
      Field.required("strip", Kinds.TEXT, track -> track.opinion().strip());

  /** All of it. */
  public static final Form<EvidenceTrack> FORM =
      Form.of(
          "the evidence of a strategy",
          in ->
              new EvidenceTrack(
                  SETTINGS.in(in),
                  ANCHORED.in(in),
                  VERSION.in(in),
                  VERSION_SINCE.in(in),
                  new EvidenceOpinion(FIGURES.in(in), REASONING.in(in), STRIP.in(in))),
          List.of(SETTINGS, ANCHORED, VERSION, VERSION_SINCE, FIGURES, REASONING, STRIP));

  private EvidenceTrackForm() {}

  private static Field<EvidenceAnchor, List<Double>> numbers(
      String name, Function<EvidenceAnchor, List<Double>> of) {
    return Field.required(name, Kinds.list(Kinds.NUMBER), of);
  }

  private static List<Double> volatility(FilterState filter) {
    return List.of((double) filter.rows(), filter.squares(), filter.weights());
  }

  private static FilterState filter(List<Double> belief, List<Double> volatility) {
    List<Double> parts = exactly(3, volatility);
    return new FilterState(
        SharpeDistribution.of(belief), count(parts.get(0)), parts.get(1), parts.get(2));
  }

  private static List<Double> claim(ClaimState claim) {
    return List.of(
        (double) claim.days(),
        claim.seed(),
        claim.variance(),
        claim.scale(),
        claim.against(),
        claim.proof(),
        claim.detector());
  }

  private static ClaimState claim(List<Double> numbers, EvidenceWord word) {
    List<Double> parts = exactly(7, numbers);
    return new ClaimState(
        count(parts.get(0)),
        parts.get(1),
        parts.get(2),
        parts.get(3),
        parts.get(4),
        parts.get(5),
        parts.get(6),
        word);
  }

  private static List<Double> market(MarketBeta beta) {
    return List.of(
        (double) beta.days(),
        beta.weight(),
        beta.returns(),
        beta.benchmarks(),
        beta.products(),
        beta.squares());
  }

  private static MarketBeta market(List<Double> numbers) {
    List<Double> parts = exactly(6, numbers);
    return new MarketBeta(
        count(parts.get(0)), parts.get(1), parts.get(2), parts.get(3), parts.get(4), parts.get(5));
  }

  private static List<Double> exactly(int count, List<Double> numbers) {
    if (numbers.size() != count) {
      throw new IllegalArgumentException(
          "a list of " + count + " numbers is needed, got " + numbers.size());
    }
    return numbers;
  }

  private static int count(double number) {
    int count = (int) number;
    if (count != number || count < 0) {
      throw new IllegalArgumentException("a count must be a whole number from 0, got " + number);
    }
    return count;
  }
}
