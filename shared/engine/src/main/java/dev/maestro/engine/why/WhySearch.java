package dev.maestro.engine.why;

import dev.maestro.engine.cycle.Cycle;
import dev.maestro.engine.cycle.input.CycleInput;
import dev.maestro.engine.cycle.input.CycleSettings;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.StrategyName;
import dev.maestro.engine.verdict.Cut;
import dev.maestro.engine.verdict.DecidedSignal;
import dev.maestro.engine.verdict.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Looks for the nearest value of one limit or input per reason that lifts it, by deciding the cycle
 * again and again: doubling steps from where it stands, then halving. Rules are monotone, so the
 * step before the one that is found is not enough.
 */
public final class WhySearch {
  /** Evaluations of the cycle per signal, at most. */
  public static final int MOST_EVALUATIONS = 64;

  private final Question first;
  private final Map<Knob, Found> found = new LinkedHashMap<>();
  private final Map<String, Obstacle> obstacles = new LinkedHashMap<>();
  private int evaluations;

  private record Found(String code, Knob knob, BigDecimal from, long start, long step) {
    BigDecimal to() {
      return knob.scale().at(step);
    }

    Change change() {
      return new Change(
          code, knob.words(), from, to(), knob.scale().at(step - 1), knob.scale().unit());
    }
  }

  private WhySearch(Question first) {
    this.first = first;
  }

  /** What would have made each signal of a strategy fall the other way; empty: it sent none. */
  public static List<NearestFlip> of(
      CycleInput input, CycleSettings settings, StrategyId strategy) {
    List<NearestFlip> flips = new ArrayList<>();
    for (DecidedSignal decided : Cycle.signals(input, settings)) {
      if (decided.signal().strategy().equals(StrategyName.of(strategy))) {
        flips.add(of(input, settings, decided));
      }
    }
    return flips;
  }

  /** The same of one of its signals, as the cycle decided it. */
  public static NearestFlip of(CycleInput input, CycleSettings settings, DecidedSignal decided) {
    WhySearch search =
        new WhySearch(new Question(input, settings, decided.identity().nonce(), decided.signal()));
    return isDenied(decided) ? search.lift(decided) : search.uncut(decided);
  }

  private NearestFlip lift(DecidedSignal decided) {
    DecidedSignal now = decided;
    Optional<String> next = next(now);
    while (next.isPresent() && mayAsk()) {
      String code = next.get();
      Predicate<DecidedSignal> isGone = answer -> !answer.verdict().codes().contains(code);
      if (!turn(code, isGone)) {
        obstacles.put(code, new Obstacle(code, sentence(now, code)));
      }
      now = answer(all());
      next = next(now);
    }
    next.ifPresent(
        code ->
            obstacles.put(
                code, new Obstacle(code, "not looked for: the others took too many steps")));
    if (!isDenied(now) && found.size() > 1) {
      new ArrayList<>(found.values()).forEach(this::tighten);
    }
    return flip(decided, now.verdict().outcome());
  }

  private NearestFlip uncut(DecidedSignal decided) {
    for (Cut cut : decided.cuts()) {
      Predicate<DecidedSignal> isGone =
          answer ->
              !isDenied(answer)
                  && answer.cuts().stream().noneMatch(each -> each.code().equals(cut.code()));
      Map<Knob, Found> before = new LinkedHashMap<>(found);
      found.clear();
      if (!turn(cut.code(), isGone)) {
        obstacles.put(cut.code(), new Obstacle(cut.code(), "no limit that may be set ends it"));
      }
      before.putAll(found);
      found.clear();
      found.putAll(before);
    }
    return flip(decided, decided.verdict().outcome());
  }

  private NearestFlip flip(DecidedSignal decided, Verdict.Outcome changed) {
    return new NearestFlip(
        decided,
        found.values().stream().map(Found::change).toList(),
        List.copyOf(obstacles.values()),
        changed,
        evaluations);
  }

  /** The first reason that is not given up. */
  private Optional<String> next(DecidedSignal answer) {
    return answer.verdict().codes().stream()
        .filter(code -> !obstacles.containsKey(code))
        .findFirst();
  }

  private static String sentence(DecidedSignal answer, String code) {
    return answer.verdict().reasons().entrySet().stream()
        .filter(reason -> reason.getKey().name().equals(code))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(code);
  }

  /** Turns the first knob that lifts it; false if none does. */
  private boolean turn(String code, Predicate<DecidedSignal> isGone) {
    for (Knob knob : Reasons.knobs(code)) {
      Question with = all();
      Optional<BigDecimal> value = knob.value(with);
      if (value.isEmpty()) {
        continue;
      }
      long start = knob.scale().stepAt(value.get());
      Optional<Long> step =
          nearest(start, knob.scale().last(), at -> test(knob.turned(with, at), isGone), knob);
      if (step.isPresent()) {
        Optional<Found> before = Optional.ofNullable(found.get(knob));
        found.put(
            knob,
            new Found(
                code,
                knob,
                before.map(Found::from).orElse(value.get()),
                before.map(Found::start).orElse(start),
                step.get()));
        return true;
      }
    }
    return false;
  }

  /** What was found for one reason may be more than is needed once the others are lifted. */
  private void tighten(Found one) {
    Predicate<BigDecimal> approves =
        at -> {
          Question with = first;
          for (Found each : found.values()) {
            with = each.knob().turned(with, each.knob() == one.knob() ? at : each.to());
          }
          return test(with, answer -> !isDenied(answer));
        };
    if (one.step() - 1 > one.start() && approves.test(one.knob().scale().at(one.step() - 1))) {
      long least = halved(one.start(), one.step() - 1, approves, one.knob());
      found.put(one.knob(), new Found(one.code(), one.knob(), one.from(), one.start(), least));
    }
  }

  private Optional<Long> nearest(long start, long last, Predicate<BigDecimal> lifts, Knob knob) {
    if (start >= last || !mayAsk() || !lifts.test(knob.scale().at(last))) {
      return Optional.empty();
    }
    long low = start;
    long high = last;
    for (long by = 1; start + by < last && mayAsk(); by *= 4) {
      if (lifts.test(knob.scale().at(start + by))) {
        high = start + by;
        break;
      }
      low = start + by;
    }
    return mayAsk() ? Optional.of(halved(low, high, lifts, knob)) : Optional.empty();
  }

  /** Of two steps of which the first is not enough and the second is. */
  private long halved(long notEnough, long enough, Predicate<BigDecimal> lifts, Knob knob) {
    long low = notEnough;
    long high = enough;
    while (high - low > 1 && mayAsk()) {
      long middle = low + (high - low) / 2;
      if (lifts.test(knob.scale().at(middle))) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  private boolean mayAsk() {
    return evaluations < MOST_EVALUATIONS - 4;
  }

  private Question all() {
    Question with = first;
    for (Found each : found.values()) {
      with = each.knob().turned(with, each.to());
    }
    return with;
  }

  private boolean test(Question with, Predicate<DecidedSignal> test) {
    return test.test(answer(with));
  }

  private DecidedSignal answer(Question with) {
    evaluations++;
    return with.answer();
  }

  private static boolean isDenied(DecidedSignal answer) {
    return answer.verdict().outcome() == Verdict.Outcome.DENIED;
  }
}
