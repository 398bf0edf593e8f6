package dev.maestro.engine.narration.fact;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Walks a record once and keeps what a text may say. */
final class FactReader {
  /**
   * Sentences of ours. Those of agents, and ids, are left out: nobody vouches for a number there.
   */
  private static final Set<String> SENTENCES =
      Set.of(
          "allocation_decisions/reasoning",
          "policy/note",
          "risk_reasons",
          "signals_modified",
          "signals/override_reason",
          "systemic_risk_details");

  /** What agents may nest and name as they like. */
  private static final Set<String> OF_AGENTS = Set.of("metadata");

  private static final Pattern NUMBER =
      Pattern.compile("(?<![A-Za-z0-9_.,])-?\\d[\\d,]*(?:\\.\\d+)?%?(?![A-Za-z0-9_])");
  private static final Pattern CAPITALS = Pattern.compile("\\b[A-Z][A-Z_]+\\b");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Map<String, ?> record;
  private final Set<BigDecimal> numbers = new HashSet<>();
  private final Set<BigDecimal> percents = new HashSet<>();
  private final Set<BigDecimal> ratios = new HashSet<>();
  private final Set<String> times = new TreeSet<>();
  private final Set<String> words = new TreeSet<>();
  private final Set<Integer> systemic = new TreeSet<>();

  FactReader(Map<String, ?> record) {
    this.record = record;
  }

  RecordFacts facts() {
    List<Map<?, ?>> allocations = rows("allocation_decisions");
    List<Map<?, ?>> signals = rows("signals");
    record.forEach((name, value) -> walk(name, name, value));
    RowCounts counts = RowCounts.of(allocations, signals);
    counts.ofStrategies().forEach(count -> numbers.add(BigDecimal.valueOf(count)));
    counts.ofSignals().forEach(count -> numbers.add(BigDecimal.valueOf(count)));
    Set<String> symbols = texts(signals, "symbol");
    text(record, "session_id").ifPresent(symbols::add);
    time("timestamp");
    time("cycle_slot");
    Matcher details = NUMBER.matcher(text(record, "systemic_risk_details").orElse(""));
    while (details.find()) {
      WrittenNumber.of(details.group()).flatMap(WrittenNumber::count).ifPresent(systemic::add);
    }
    return new RecordFacts(
        numbers,
        percents,
        ratios,
        times,
        words,
        texts(allocations, "strategy_name"),
        symbols,
        counts,
        systemic);
  }

  private List<Map<?, ?>> rows(String name) {
    List<Map<?, ?>> rows = new ArrayList<>();
    if (record.get(name) instanceof Collection<?> list) {
      for (Object row : list) {
        if (row instanceof Map<?, ?> map) {
          rows.add(map);
        }
      }
    }
    return rows;
  }

  private static Set<String> texts(List<Map<?, ?>> rows, String name) {
    Set<String> texts = new TreeSet<>();
    rows.forEach(row -> text(row, name).ifPresent(texts::add));
    return texts;
  }

  private static Optional<String> text(Map<?, ?> from, String name) {
    return Optional.ofNullable(from.get(name))
        .flatMap(value -> value instanceof Optional<?> held ? held : Optional.of(value))
        .filter(String.class::isInstance)
        .map(String.class::cast);
  }

  /**
   * Takes what stands at a place.
   *
   * @param path names of maps, joined; places in a list have none
   */
  private void walk(String path, String name, Object value) {
    if (value instanceof Optional<?> optional) {
      optional.ifPresent(present -> walk(path, name, present));
    } else if (value instanceof Map<?, ?> map) {
      if (!OF_AGENTS.contains(name)) {
        map.forEach((key, each) -> walk(below(path, key), key.toString(), each));
      }
    } else if (value instanceof Collection<?> list) {
      list.forEach(each -> walk(path, name, each));
    } else if (value instanceof Number number) {
      number(name, new BigDecimal(number.toString()));
    } else if (value != null) {
      text(path, value.toString());
    }
  }

  /** What is under a strategy's name is found by the place alone. */
  private static String below(String path, Object key) {
    return path.equals("signals_modified") ? path : path + "/" + key;
  }

  private void number(String name, BigDecimal value) {
    if (name.endsWith("_pct") || name.endsWith("_percent")) {
      percents.add(value);
      return;
    }
    numbers.add(value);
    if (name.equals("sharpe_ratio")) {
      ratios.add(value);
    }
    if (value.abs().compareTo(BigDecimal.ONE) <= 0) {
      percents.add(value.multiply(HUNDRED));
    }
  }

  private void text(String path, String text) {
    boolean isSentence = SENTENCES.contains(path);
    if (isSentence) {
      Matcher found = NUMBER.matcher(text);
      while (found.find()) {
        WrittenNumber.of(found.group()).ifPresent(written -> add(path, written));
      }
    }
    if (isSentence || isWord(path, text)) {
      Matcher capitals = CAPITALS.matcher(text);
      while (capitals.find()) {
        words.add(capitals.group());
      }
    }
  }

  private void add(String path, WrittenNumber written) {
    (written.isPercent() ? percents : numbers).add(written.value());
    if (!written.isPercent() && path.equals("allocation_decisions/reasoning")) {
      ratios.add(written.value());
    }
  }

  /** A word of ours: never under a name that agents or operators choose. */
  private static boolean isWord(String path, String text) {
    boolean isOurs =
        (path.startsWith("policy/") && !path.endsWith("_symbols"))
            || path.equals("risk_mode")
            || path.equals("signals/verdict")
            || path.equals("signals/action")
            || path.equals("signals/original_action")
            || path.equals("signals/mode")
            || path.equals("signals/reasons")
            || path.equals("signals/cuts/code")
            || path.equals("allocation_decisions/mode")
            || path.equals("allocation_decisions/admission");
    return isOurs && text.length() <= 64;
  }

  private void time(String name) {
    text(record, name).flatMap(FactReader::instant).ifPresent(this::time);
  }

  private void time(Instant time) {
    times.add(LocalDate.ofInstant(time, ZoneOffset.UTC).toString());
    String clock = time.toString().substring(11, 19);
    times.add(clock);
    times.add(clock.substring(0, 5));
    times.add(time.toString());
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }
}
