package dev.maestro.embedded.journal.column;

import dev.maestro.embedded.journal.cell.TradeSources;
import dev.maestro.embedded.journal.format.ExportFormat;
import dev.maestro.embedded.journal.format.HeaderName;
import dev.maestro.embedded.journal.format.MultiplierRule;
import dev.maestro.embedded.journal.format.ReadOptions;
import dev.maestro.embedded.journal.format.TimeRule;
import dev.maestro.embedded.journal.format.UnreadColumns;
import dev.maestro.embedded.journal.known.KnownFormats;
import dev.maestro.engine.journal.TradeField;
import dev.maestro.engine.name.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Says in words what a plan reads, from where, and what it leaves out. */
final class PlanReport {
  private static final List<String> COST_WORDS =
      List.of(
          "commission",
          "fee",
          "swap",
          "tax",
          "rollover",
          "funding",
          "comm/",
          "charges",
          "brokerage");

  private static final List<String> LONG_COST_WORDS =
      List.of("commission", "commissions", "rollover", "funding", "charges", "brokerage");

  private static final Set<String> NET =
      Set.of("netpnl", "pnlnet", "netprofit", "netp&l", "netpl", "netrealizedpnl");

  private final ExportFormat format;
  private final ReadOptions options;

  PlanReport(ExportFormat format, ReadOptions options) {
    this.format = format;
    this.options = options;
  }

  ColumnReport of(
      PlanBuilder plan,
      List<String> header,
      int[] slotOfColumn,
      List<FieldUse> uses,
      List<TradeSources.Cost> costs) {
    List<String> unused = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      if (slotOfColumn[i] < 0 && !header.get(i).isBlank()) {
        unused.add(header.get(i));
      }
    }
    List<String> unusedCosts = unused.stream().filter(PlanReport::isCost).toList();
    unused.removeAll(unusedCosts);
    return new ColumnReport(
        format.name(),
        format.title(),
        uses,
        multiplier(uses),
        costs(costs),
        unusedCosts,
        zone(plan, uses),
        unused,
        doubts(header, unused, costs));
  }

  private static boolean isCost(String column) {
    String key = HeaderName.key(column);
    return COST_WORDS.stream().anyMatch(key::contains)
        || NearestName.slip(key, LONG_COST_WORDS).isPresent();
  }

  /** Those that nobody said are not to be read. */
  private List<String> doubtful(List<String> header, List<String> unused) {
    List<Integer> leftOut = new HeaderLookup(header).leftOut(options);
    return unused.stream().filter(name -> !leftOut.contains(header.indexOf(name))).toList();
  }

  private String multiplier(List<FieldUse> uses) {
    String otherwise =
        uses.stream()
            .filter(use -> use.field().equals(TradeField.MULTIPLIER.key()))
            .map(use -> "from column " + use.from())
            .findFirst()
            .orElse(format.multiplier().words());
    if (options.multipliers().isEmpty()) {
      return otherwise;
    }
    Map<String, String> said = new TreeMap<>();
    options.multipliers().forEach((symbol, value) -> said.put(symbol, value.toPlainString()));
    List<String> each =
        said.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue()).toList();
    boolean isWhole = said.containsKey("*") || format.multiplier() == MultiplierRule.REQUIRED;
    return String.join(", ", each) + " (--multiplier)" + (isWhole ? "" : "; others " + otherwise);
  }

  private String costs(List<TradeSources.Cost> costs) {
    if (!costs.isEmpty()) {
      return "subtracted: "
          + String.join(", ", costs.stream().map(TradeSources.Cost::column).toList());
    }
    if (options.columns().containsKey(TradeField.REALIZED_PNL.key())) {
      return "none subtracted: realized_pnl was named with --map";
    }
    if (isCostless(costs)) {
      return "none: no column of costs is there";
    }
    return format.fills().isPresent() && format.costNote().isEmpty()
        ? "the export has none"
        : format.costNote();
  }

  /** True if costs are to be subtracted, and the file has no column of any. */
  private boolean isCostless(List<TradeSources.Cost> costs) {
    return format.fills().isEmpty()
        && costs.isEmpty()
        && !format.costs().isEmpty()
        && !options.columns().containsKey(TradeField.REALIZED_PNL.key());
  }

  private List<String> doubts(
      List<String> header, List<String> unused, List<TradeSources.Cost> costs) {
    List<String> doubts = new ArrayList<>(UnreadColumns.doubts(doubtful(header, unused)));
    if (isCostless(costs)) {
      doubts.add(
          "the file has none of the columns "
              + String.join(
                  ", ", format.costs().stream().map(each -> each.column().name()).toList())
              + ": its P&L counts before costs; export it with them, or name them with --map"
              + " 'costs=Column'");
    }
    unused.stream()
        .filter(name -> KnownFormats.isOwn(format) && NET.contains(HeaderName.key(name)))
        .forEach(
            name ->
                doubts.add(
                    "column '"
                        + name
                        + "' is not read: if realized_pnl counts before costs, say --map"
                        + " 'realized_pnl="
                        + name
                        + "'"));
    return doubts;
  }

  private String zone(PlanBuilder plan, List<FieldUse> uses) {
    TimeRule rule =
        uses.stream()
            .filter(use -> use.field().equals(TradeField.CLOSED_AT.key()))
            .map(use -> plan.timeRule(TradeField.CLOSED_AT, use.from()))
            .findFirst()
            .orElse(TimeRule.ISO);
    if (rule.unit() != TimeRule.Unit.NONE) {
      return "UTC (Unix time)";
    }
    if (options.zone().isPresent()) {
      return options.zone().get()
          + " (--zone), where a time has no offset"
          + (rule.hasDates() ? "; a date alone is its 00:00" : "")
          + rule.order().map(order -> "; dates are " + order + ", by the format").orElse("");
    }
    if (KnownFormats.isOwn(format)) {
      return "the offset of each time; one without is rejected (--zone says it)";
    }
    return rule.zone().isPresent()
        ? "UTC by the format, where a time has no offset"
        : "every time has an offset";
  }
}
