package dev.maestro.embedded.journal.known;

import dev.maestro.embedded.journal.format.ColumnName;
import dev.maestro.embedded.journal.format.ExportFormat;
import dev.maestro.embedded.journal.format.MultiplierRule;
import dev.maestro.embedded.journal.format.NumberStyle;
import dev.maestro.embedded.journal.format.TimeRule;
import dev.maestro.engine.journal.TradeField;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The one table of exports that are known. */
public final class KnownFormats {
  /** The journal's own format: exactly the names of the specification. */
  public static final ExportFormat OWN = own();

  private static final List<ExportFormat> ALL =
      Stream.of(List.of(OWN), BotFormats.ALL, PlatformFormats.ALL, BrokerFormats.ALL)
          .flatMap(List::stream)
          .toList();

  private KnownFormats() {}

  /** All of them, the journal's own first. */
  public static List<ExportFormat> all() {
    return ALL;
  }

  /** The one of a name. */
  public static Optional<ExportFormat> named(String name) {
    return ALL.stream().filter(format -> format.name().equals(name)).findFirst();
  }

  /** True for the journal's own format. */
  public static boolean isOwn(ExportFormat format) {
    return format.name().equals(OWN.name());
  }

  private static ExportFormat own() {
    Map<TradeField, List<ColumnName>> columns = new EnumMap<>(TradeField.class);
    for (TradeField field : TradeField.values()) {
      columns.put(field, List.of(ColumnName.of(field.key(), TimeRule.ISO)));
    }
    return new ExportFormat(
        "maestro",
        "Maestro: the journal's own names",
        "docs/data-model.md",
        Stream.of(
                TradeField.AGENT_ID,
                TradeField.CLOSED_AT,
                TradeField.REALIZED_PNL,
                TradeField.ENTRY_PRICE,
                TradeField.QUANTITY)
            .map(field -> ColumnName.of(field.key(), TimeRule.ISO))
            .toList(),
        columns,
        Optional.empty(),
        false,
        Optional.empty(),
        false,
        List.of(),
        "realized_pnl is net of costs",
        MultiplierRule.ASSUMED,
        List.of(),
        NumberStyle.PLAIN,
        List.of("trades"),
        List.of(),
        Optional.empty());
  }
}
