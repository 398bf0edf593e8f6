package dev.maestro.engine.metrics;

import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.UnreadableValueException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How metrics are written and read. Each part is read for itself: a family that cannot be read is
 * not known, and takes no other along.
 */
public final class MetricsForm {
  /** Where the counts stand. A store adds to them; everything beside them it replaces. */
  public static final String COUNTS = "counts";

  private static final Field<Metrics, Optional<PolicyGauges>> POLICY =
      Field.optional("policy", PolicyGauges.FORM, Metrics::policy);
  private static final Field<Metrics, Optional<CycleGauges>> CYCLE =
      Field.optional("cycle", CycleGauges.FORM, Metrics::cycle);

  private MetricsForm() {}

  /** The fields; figures that this one leaves as they are, are left out. */
  public static Map<String, Object> write(Metrics metrics) {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put(COUNTS, metrics.counts().families());
    POLICY.of(metrics).ifPresent(figures -> plain.put(POLICY.name(), figures));
    CYCLE.of(metrics).ifPresent(figures -> plain.put(CYCLE.name(), figures));
    return plain;
  }

  /** Whatever of them can be read. */
  public static Metrics read(Fields fields) {
    return new Metrics(
        counts(fields),
        fields.reading(POLICY.name(), PolicyGauges.FORM).value(),
        fields.reading(CYCLE.name(), CycleGauges.FORM).value());
  }

  private static Tallies counts(Fields fields) {
    Fields families = partOf(fields);
    SortedMap<String, SortedMap<String, Long>> known = new TreeMap<>();
    for (String family : families.names()) {
      families.reading(family, Tallies.WORDS).value().ifPresent(words -> known.put(family, words));
    }
    return new Tallies(known);
  }

  private static Fields partOf(Fields fields) {
    try {
      return fields.fields(COUNTS);
    } catch (UnreadableValueException unreadable) {
      return Fields.EMPTY;
    }
  }
}
