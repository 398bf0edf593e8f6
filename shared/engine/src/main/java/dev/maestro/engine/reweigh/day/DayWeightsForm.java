package dev.maestro.engine.reweigh.day;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kind;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.View;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** How the weights of an evening are written and read; weights are decimal text. */
public final class DayWeightsForm {
  private static final String DAY = "day";
  private static final String BEFORE = "before";
  private static final String NOW = "now";
  private static final Kind<SortedMap<String, BigDecimal>> WEIGHTS = Kinds.map(Kinds.DECIMAL);

  /** All of it. */
  public static final View<DayWeights> VIEW =
      View.<DayWeights>empty()
          .with(DAY, weights -> weights.day().toString())
          .with(BEFORE, weights -> weights.before().map(DayWeightsForm::text))
          .with(NOW, weights -> text(weights.now()));

  private DayWeightsForm() {}

  /**
   * What is kept.
   *
   * @throws dev.maestro.engine.form.UnreadableValueException if it cannot be read
   */
  public static DayWeights read(Fields in) {
    LocalDate day = in.get(DAY, Kinds.DAY);
    Optional<SortedMap<String, BigDecimal>> before = in.find(BEFORE, WEIGHTS);
    return new DayWeights(day, before, in.get(NOW, WEIGHTS));
  }

  private static Map<String, String> text(SortedMap<String, BigDecimal> weights) {
    Map<String, String> text = new TreeMap<>();
    weights.forEach((agent, weight) -> text.put(agent, weight.toPlainString()));
    return text;
  }
}
