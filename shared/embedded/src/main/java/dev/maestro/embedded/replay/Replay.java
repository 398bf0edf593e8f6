package dev.maestro.embedded.replay;

import dev.maestro.embedded.replay.day.ReplayDay;
import dev.maestro.embedded.replay.scheme.AgentThrottles;
import dev.maestro.embedded.replay.scheme.ReplayScheme;
import dev.maestro.embedded.replay.scheme.SchemeWeights;
import dev.maestro.engine.throttle.mode.ThrottleMethod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Walks a record day by day. Every day is first earned with what was held since the evening before;
 * only then is it shown to the schemes and to the throttle, which say what is held from that
 * evening on.
 */
public final class Replay implements Consumer<ReplayDay> {
  private final Map<ReplayScheme, SchemeWeights> schemes = new EnumMap<>(ReplayScheme.class);
  private final Map<ReplayFlight, ReplayBook> books = new LinkedHashMap<>();
  private final Map<ReplayScheme, List<SortedMap<String, Double>>> evenings =
      new EnumMap<>(ReplayScheme.class);
  private final AgentThrottles throttles;
  private final boolean isThrottled;
  private final List<LocalDate> dates = new ArrayList<>();
  private final SortedSet<String> agents = new TreeSet<>();

  /** Before the first day. */
  public Replay(ReplaySettings settings) {
    this(settings, scheme -> scheme.begin(settings.weights()));
  }

  /** With weights of another making. */
  Replay(ReplaySettings settings, Function<ReplayScheme, SchemeWeights> weights) {
    throttles = new AgentThrottles(settings.throttle(), settings.evidence());
    isThrottled = settings.throttles().size() > 1;
    for (ReplayScheme scheme : settings.schemes()) {
      schemes.put(scheme, weights.apply(scheme));
      evenings.put(scheme, new ArrayList<>());
      for (ReplayThrottle throttle : settings.throttles()) {
        books.put(new ReplayFlight(scheme, throttle), new ReplayBook(settings.costBps()));
      }
    }
  }

  @Override
  public void accept(ReplayDay day) {
    if (isThrottled && throttles.rest(day.date())) {
      books.forEach((flight, book) -> target(flight).ifPresent(book::move));
    }
    books.values().forEach(book -> book.earn(day));
    dates.add(day.date());
    agents.addAll(day.agents().keySet());
    if (isThrottled) {
      throttles.learn(day);
    }
    schemes.forEach(
        (scheme, weights) -> {
          weights.learn(day);
          evenings.getOrDefault(scheme, List.of()).add(weights.weights());
        });
    books.forEach((flight, book) -> target(flight).ifPresent(book::hold));
  }

  /** What is to be held by what is known now; empty before the first day. */
  private Optional<SortedMap<String, Double>> target(ReplayFlight flight) {
    List<SortedMap<String, Double>> all = evenings.getOrDefault(flight.scheme(), List.of());
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(target(flight.throttle(), all.get(all.size() - 1)));
  }

  private SortedMap<String, Double> target(
      ReplayThrottle throttle, SortedMap<String, Double> weights) {
    return switch (throttle) {
      case OFF -> weights;
      case SHARPE -> throttled(weights, ThrottleMethod.SHARPE);
      case EVIDENCE -> throttled(weights, ThrottleMethod.EVIDENCE);
    };
  }

  private SortedMap<String, Double> throttled(
      SortedMap<String, Double> weights, ThrottleMethod method) {
    SortedMap<String, Double> target = new TreeMap<>(weights);
    target.replaceAll(
        (agent, weight) -> weight * throttles.mode(agent, method).multiplier().doubleValue());
    return target;
  }

  /** The days so far, oldest first. */
  public List<LocalDate> dates() {
    return List.copyOf(dates);
  }

  /** Who closed anything. */
  public SortedSet<String> agents() {
    return new TreeSet<>(agents);
  }

  /** The weights of a scheme in the evening of each day, before any throttle. */
  public List<SortedMap<String, Double>> evenings(ReplayScheme scheme) {
    return List.copyOf(evenings.getOrDefault(scheme, List.of()));
  }

  /** What came of it, one line for each way to run the money, the null last of its scheme. */
  public List<ReplayLine> lines() {
    ReplayBook equal = books.getOrDefault(ReplayFlight.NULL, new ReplayBook(0));
    List<ReplayLine> lines = new ArrayList<>();
    books.forEach((flight, book) -> lines.add(ReplayLine.of(flight, book, equal, dates)));
    return lines;
  }

  /** Money at the end of each day, 1 at the start. */
  public List<Double> equity(ReplayFlight flight) {
    return List.copyOf(books.getOrDefault(flight, new ReplayBook(0)).equity());
  }

  /** How far it stood below its peak at the end of each day, 0..1. */
  public List<Double> depths(ReplayFlight flight) {
    return books.getOrDefault(flight, new ReplayBook(0)).depths();
  }
}
