package dev.maestro.engine.evidence.track;

import dev.maestro.engine.evidence.neutral.BenchmarkCloses;
import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Symbol;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How the evidence of a tenant's strategies is written and read, beside their closed days. */
public final class EvidenceBookForm {
  /** The field of the tracks. */
  public static final String EVIDENCE = "evidence";

  /** The field of the benchmark's closes. */
  public static final String BENCHMARK = "benchmark";

  private static final Field<BenchmarkCloses, Symbol> SYMBOL =
      Field.required("symbol", Kinds.SYMBOL, BenchmarkCloses::symbol);
  private static final Field<BenchmarkCloses, List<LocalDate>> DAYS =
      Field.required("days", Kinds.list(Kinds.DAY), known -> List.copyOf(known.closes().keySet()));
  private static final Field<BenchmarkCloses, List<Double>> CLOSES =
      Field.required(
          "closes", Kinds.list(Kinds.NUMBER), known -> List.copyOf(known.closes().values()));
  private static final Form<BenchmarkCloses> CLOSES_FORM =
      Form.of(
          "closes of a benchmark",
          in -> new BenchmarkCloses(SYMBOL.in(in), closes(DAYS.in(in), CLOSES.in(in))),
          List.of(SYMBOL, DAYS, CLOSES));

  private EvidenceBookForm() {}

  private static SortedMap<LocalDate, Double> closes(List<LocalDate> days, List<Double> closes) {
    if (days.size() != closes.size()) {
      throw new IllegalArgumentException(
          "days and closes must have one length, got " + days.size() + " and " + closes.size());
    }
    SortedMap<LocalDate, Double> byDay = new TreeMap<>();
    for (int i = 0; i < days.size(); i++) {
      byDay.put(days.get(i), closes.get(i));
    }
    return byDay;
  }

  /** The two fields of a book. */
  public static Map<String, Object> write(EvidenceBook book) {
    Map<String, Object> tracks = new LinkedHashMap<>();
    book.tracks()
        .forEach(
            (strategy, track) -> tracks.put(strategy.value(), EvidenceTrackForm.FORM.write(track)));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(EVIDENCE, tracks);
    fields.put(BENCHMARK, book.benchmark().map(CLOSES_FORM::write).orElse(null));
    return fields;
  }

  /** Reads them; a track that is missing or cannot be read is none, and is made anew. */
  public static EvidenceBook read(Fields in) {
    SortedMap<StrategyId, EvidenceTrack> tracks = new TreeMap<>();
    if (in.raw(EVIDENCE).orElse(Map.of()) instanceof Map<?, ?> map) {
      Fields stored = Fields.of(in.place().at(EVIDENCE), map);
      for (Object name : map.keySet()) {
        String text = String.valueOf(name);
        stored
            .reading(text, EvidenceTrackForm.FORM)
            .value()
            .ifPresent(track -> StrategyId.of(text).ifPresent(id -> tracks.put(id, track)));
      }
    }
    return new EvidenceBook(tracks, in.reading(BENCHMARK, CLOSES_FORM).value());
  }
}
