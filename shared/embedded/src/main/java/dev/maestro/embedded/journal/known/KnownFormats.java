package dev.maestro.embedded.journal.known;

import dev.maestro.embedded.journal.format.ExportFormat;
import dev.maestro.engine.journal.TradeField;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The one table of exports that are known. */
public final class KnownFormats {
  /** Ends the name of an export whose executions are matched instead of its trades read. */
  public static final String OF_FILLS = "-fills";

  /** The journal's own format: exactly the names of the specification. */
  public static final ExportFormat OWN = own();

  /** The same names of executions: a side, where there is one, says who bought. */
  public static final ExportFormat OWN_FILLS =
      ownNames()
          .side("side", List.of("buy", "b", "bot", "long"), List.of("sell", "s", "sld", "short"))
          .unsaid()
          .fills()
          .build();

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
    return ownNames().build();
  }

  private static FormatBuilder ownNames() {
    FormatBuilder own =
        FormatBuilder.format("maestro", "Maestro: the journal's own names", "docs/data-model.md")
            .signature("agent_id", "closed_at", "realized_pnl", "entry_price", "quantity")
            .netPnl("realized_pnl is net of costs")
            .lists("trades");
    for (TradeField field : TradeField.values()) {
      own.field(field, field.key());
    }
    OwnStates.addTo(own);
    return own;
  }
}
