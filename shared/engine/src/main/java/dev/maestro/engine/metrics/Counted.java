package dev.maestro.engine.metrics;

import dev.maestro.engine.meta.risk.RiskMode;
import dev.maestro.engine.verdict.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The counters: what each is called, and the closed list of words that it counts. */
public enum Counted {
  /** Evaluations of the global policy, by the mode that each put into force. */
  EVALUATIONS(
      "msc_ai_evaluations",
      "Evaluations of the global policy by the risk mode they put into force."),
  /** Evaluations that put another mode into force than the one before, by both. */
  POLICY_CHANGES(
      "msc_ai_policy_changes", "Changes of the risk mode from one evaluation to the next."),
  /** Slots that somebody took, by how they ended. */
  CYCLES("maestro_cycles", "Cycles by how they ended."),
  /** Signals of decided cycles. */
  SIGNALS("maestro_signals", "Signals of decided cycles by verdict."),
  /** Decided cycles in which too many strategies wanted out. */
  SYSTEMIC_EVENTS("maestro_systemic_events", "Cycles that saw systemic risk.");

  private static final String ALL = "ALL";
  private static final String TO = "_TO_";

  private final String metric;
  private final String help;

  Counted(String metric, String help) {
    this.metric = metric;
    this.help = help;
  }

  /** Its name for Prometheus, without {@code _total}. */
  public String metric() {
    return metric;
  }

  /** One sentence for whoever reads the figures. */
  public String help() {
    return help;
  }

  /** The names of its labels, without the tenant. */
  public List<String> labels() {
    return switch (this) {
      case EVALUATIONS -> List.of("risk_mode");
      case POLICY_CHANGES -> List.of("from_mode", "to_mode");
      case CYCLES -> List.of("outcome");
      case SIGNALS -> List.of("verdict");
      case SYSTEMIC_EVENTS -> List.of();
    };
  }

  /** Everything that it counts; the list is closed. */
  List<String> words() {
    return switch (this) {
      case EVALUATIONS -> names(RiskMode.values());
      case POLICY_CHANGES -> changes();
      case CYCLES -> names(CycleEnd.values());
      case SIGNALS -> names(Verdict.Outcome.values());
      case SYSTEMIC_EVENTS -> List.of(ALL);
    };
  }

  /** What the labels of a word say, in the order of their names. */
  public List<String> labelsOf(String word) {
    return labels().isEmpty() ? List.of() : List.of(word.split(TO, -1));
  }

  /** What is known of it, by word; a word that it does not have counts nowhere. */
  public SortedMap<String, Long> in(Tallies counts) {
    SortedMap<String, Long> known = new TreeMap<>(counts.of(family()));
    known.keySet().retainAll(words());
    return known;
  }

  /** Every word at 0. */
  Tallies none() {
    SortedMap<String, Long> zeros = new TreeMap<>();
    words().forEach(word -> zeros.put(word, 0L));
    return counts(zeros);
  }

  /** One of an enum's word. */
  Tallies one(Enum<?> word) {
    return one(word.name());
  }

  /** So many of each word of an enum. */
  <E extends Enum<E>> Tallies each(Map<E, Long> numbers) {
    SortedMap<String, Long> named = new TreeMap<>();
    numbers.forEach((word, number) -> named.put(word.name(), number));
    return counts(named);
  }

  /** One of a family that has one word. */
  Tallies one() {
    return one(ALL);
  }

  /** One change between two modes. */
  static Tallies change(RiskMode from, RiskMode to) {
    return POLICY_CHANGES.one(from + TO + to);
  }

  /** Where it stands in a document. */
  String family() {
    return name().toLowerCase(Locale.ROOT);
  }

  private Tallies one(String word) {
    SortedMap<String, Long> one = new TreeMap<>();
    one.put(word, 1L);
    return counts(one);
  }

  private Tallies counts(SortedMap<String, Long> numbers) {
    SortedMap<String, SortedMap<String, Long>> family = new TreeMap<>();
    family.put(family(), numbers);
    return new Tallies(family);
  }

  private static List<String> names(Enum<?>... words) {
    return Arrays.stream(words).<String>map(Enum::name).toList();
  }

  private static List<String> changes() {
    List<String> changes = new ArrayList<>();
    for (RiskMode from : RiskMode.values()) {
      for (RiskMode to : RiskMode.values()) {
        if (from != to) {
          changes.add(from + TO + to);
        }
      }
    }
    return List.copyOf(changes);
  }
}
