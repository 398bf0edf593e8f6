package dev.maestro.embedded.journal.column;

import dev.maestro.embedded.journal.cell.CellReader;
import dev.maestro.embedded.journal.cell.FieldSource;
import dev.maestro.embedded.journal.cell.NameCell;
import dev.maestro.embedded.journal.cell.NumberCell;
import dev.maestro.embedded.journal.cell.StateCheck;
import dev.maestro.embedded.journal.cell.TimeCell;
import dev.maestro.embedded.journal.cell.TradeSources;
import dev.maestro.embedded.journal.format.ColumnName;
import dev.maestro.embedded.journal.format.CostColumn;
import dev.maestro.embedded.journal.format.ExportFormat;
import dev.maestro.embedded.journal.format.FillRule;
import dev.maestro.embedded.journal.format.HeaderName;
import dev.maestro.embedded.journal.format.ReadOptions;
import dev.maestro.embedded.journal.format.TimeRule;
import dev.maestro.embedded.journal.format.WordRule;
import dev.maestro.embedded.journal.known.KnownFormats;
import dev.maestro.embedded.journal.known.Multipliers;
import dev.maestro.embedded.journal.known.Slips;
import dev.maestro.embedded.journal.source.JournalFileException;
import dev.maestro.engine.journal.TradeField;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Makes the plan of one file: gives columns their slots and fields their sources. */
final class PlanBuilder {
  private static final Set<TradeField> NUMBERS =
      EnumSet.of(
          TradeField.REALIZED_PNL,
          TradeField.ENTRY_PRICE,
          TradeField.QUANTITY,
          TradeField.MULTIPLIER,
          TradeField.EXIT_PRICE);
  private static final Set<TradeField> TIMES =
      EnumSet.of(TradeField.CLOSED_AT, TradeField.OPENED_AT);
  private static final String COSTS = "costs";

  private final ExportFormat format;
  private final ReadOptions options;
  private final HeaderLookup lookup;
  private final boolean isOwn;
  private final PlanDraft draft;
  private final List<StateCheck> states = new ArrayList<>();
  private final Multipliers multipliers;
  private final PlanReport texts;
  private final List<Integer> leftOut;
  private List<TradeSources.Cost> costs = List.of();
  private Optional<StateCheck> side = Optional.empty();
  private Optional<StateCheck> effect = Optional.empty();
  private Optional<FieldSource> group = Optional.empty();
  private Optional<FieldSource> account = Optional.empty();
  private Optional<FieldSource> cancelled = Optional.empty();

  PlanBuilder(ExportFormat format, List<String> header, ReadOptions options) {
    this.format = format;
    this.options = options;
    this.lookup = new HeaderLookup(header);
    this.isOwn = KnownFormats.isOwn(format);
    this.draft = new PlanDraft(lookup);
    this.multipliers = new Multipliers(format.multiplier(), options);
    this.texts = new PlanReport(format, options);
    this.leftOut = lookup.leftOut(options);
  }

  ColumnPlan build() {
    if (isOwn && format.isSigned(lookup.keys())) {
      lookup.requireDistinct();
    }
    readColumns();
    List<TradeField> missing = missing();
    if (!missing.isEmpty()) {
      throw HeaderRefusal.missing(format, draft.uses(), missing, lookup.header());
    }
    new FieldCombiner(format, options, draft, multipliers).combine(costs, side);
    Slips.refuse(
        format,
        lookup.header(),
        draft.sources().keySet(),
        column -> draft.slotOfColumn()[column] < 0 && !leftOut.contains(column));
    return new ColumnPlan(
        new PlanParts(
            format,
            options,
            lookup.header(),
            draft.slotOfColumn(),
            draft.readers(),
            draft.sources(),
            draft.columns(),
            List.copyOf(states),
            multipliers,
            costs,
            side,
            effect,
            group,
            account,
            draft.marks(),
            cancelled,
            texts.of(this, lookup.header(), draft.slotOfColumn(), draft.uses(), costs)));
  }

  private void readColumns() {
    for (TradeField field : TradeField.values()) {
      find(field);
    }
    findCosts();
    format.states().forEach(rule -> check(rule).ifPresent(state -> use("status", state)));
    side = format.side().flatMap(this::check);
    side.ifPresent(state -> use("side", state));
    format.fills().ifPresent(this::findFills);
    format.cancelled().ifPresent(this::findCancelled);
  }

  private void find(TradeField field) {
    String said = options.columns().get(field.key());
    if (said != null && said.startsWith(":")) {
      Optional<Object> constant = Optional.of(said.substring(1));
      draft.put(field, cells -> constant);
      draft.uses().add(new FieldUse(field.key(), constant.get() + " for all rows (--map)"));
      return;
    }
    OptionalInt at = said == null ? known(field) : OptionalInt.of(lookup.said(field.key(), said));
    if (at.isPresent() && leftOut.contains(at.getAsInt())) {
      return;
    }
    at.ifPresent(
        column -> {
          String name = lookup.header().get(column);
          draft.put(field, TradeSources.cell(draft.slot(column, reader(field, name))));
          draft.name(field, column);
          draft.uses().add(new FieldUse(field.key(), lookup.shown(column)));
        });
  }

  private OptionalInt known(TradeField field) {
    List<ColumnName> names = format.of(field);
    if (field == TradeField.TRADE_ID && format.hasJoinedId() && !lookup.hasAll(names)) {
      return OptionalInt.empty();
    }
    boolean isCounted = names.stream().anyMatch(this::isCounted);
    OptionalInt at = lookup.first(names, isCounted);
    return at.isPresent() || isOwn
        ? at
        : lookup.first(List.of(ColumnName.of(field.key(), TimeRule.ISO)), false);
  }

  /** True if the format tells the columns of this name apart by their order. */
  private boolean isCounted(ColumnName name) {
    return format.signature().stream()
            .anyMatch(column -> column.occurrence() > 1 && column.name().equals(name.name()))
        || format.columns().values().stream()
            .flatMap(List::stream)
            .anyMatch(column -> column.occurrence() > 1 && column.name().equals(name.name()));
  }

  private CellReader reader(TradeField field, String column) {
    if (NUMBERS.contains(field)) {
      return new NumberCell(format.numbers(), options.decimalComma(), draft.marks());
    }
    if (TIMES.contains(field)) {
      TimeRule rule = timeRule(field, column);
      return new TimeCell(column, rule, options.zone().or(rule::zone), isOwn);
    }
    return new NameCell();
  }

  TimeRule timeRule(TradeField field, String column) {
    String key = HeaderName.key(column);
    return format.of(field).stream()
        .filter(name -> name.in(List.of(key)).isPresent() || name.name().equals(key))
        .map(ColumnName::time)
        .findFirst()
        .orElseGet(
            () -> format.of(field).stream().map(ColumnName::time).findFirst().orElse(TimeRule.ISO));
  }

  private Optional<StateCheck> check(WordRule rule) {
    OptionalInt at = lookup.first(rule.columns(), false);
    if (at.isEmpty()) {
      return Optional.empty();
    }
    int column = at.getAsInt();
    boolean isSide = format.side().filter(rule::equals).isPresent();
    boolean isTaken = draft.slotOfColumn()[column] >= 0 && !isSide;
    if (isOwn && (leftOut.contains(column) || isTaken)) {
      return Optional.empty();
    }
    if (leftOut.contains(column)) {
      throw new JournalFileException(
          "--map unread="
              + lookup.header().get(column)
              + ": "
              + format.title()
              + " says with it what a row is, so it has to be read");
    }
    return Optional.of(
        new StateCheck(draft.slot(column, new NameCell()), lookup.header().get(column), rule));
  }

  private void findCosts() {
    String said = options.columns().get(COSTS);
    boolean isMapped = options.columns().containsKey(TradeField.REALIZED_PNL.key());
    List<TradeSources.Cost> found = new ArrayList<>();
    if (said != null) {
      for (String column : said.split(",", -1)) {
        found.add(cost(lookup.said(COSTS, column.strip()), CostColumn.Kind.COST));
      }
    } else if (!isMapped) {
      for (CostColumn each : format.costs()) {
        OptionalInt at = lookup.first(List.of(each.column()), false);
        at.stream()
            .filter(column -> !leftOut.contains(column))
            .forEach(column -> found.add(cost(column, each.kind())));
      }
    }
    costs = List.copyOf(found);
  }

  private void use(String name, StateCheck state) {
    states.add(state);
    FieldUse use = new FieldUse(name, state.column());
    if (!draft.uses().contains(use)) {
      draft.uses().add(use);
    }
  }

  private void findCancelled(ColumnName name) {
    lookup
        .first(List.of(name), false)
        .ifPresent(
            column -> {
              cancelled = Optional.of(TradeSources.cell(draft.slot(column, new NameCell())));
              draft.uses().add(new FieldUse("cancels", lookup.header().get(column)));
            });
  }

  private void findFills(FillRule fills) {
    effect = fills.effect().flatMap(this::check);
    effect.ifPresent(
        check ->
            use("effect", new StateCheck(check.slot(), check.column(), check.rule().asKnown())));
    group = names(fills.group(), "position");
    account = group.isPresent() ? Optional.empty() : names(fills.apart(), "account");
  }

  /** The cells of a column that says whose an execution is; empty if there is none. */
  private Optional<FieldSource> names(List<ColumnName> columns, String use) {
    OptionalInt at = lookup.first(columns, false);
    if (at.isEmpty() || leftOut.contains(at.getAsInt())) {
      return Optional.empty();
    }
    draft.uses().add(new FieldUse(use, lookup.header().get(at.getAsInt())));
    return Optional.of(TradeSources.cell(draft.slot(at.getAsInt(), new NameCell())));
  }

  private TradeSources.Cost cost(int column, CostColumn.Kind kind) {
    CellReader reader =
        kind == CostColumn.Kind.FRACTION
            ? new NameCell()
            : new NumberCell(format.numbers(), options.decimalComma(), draft.marks());
    return new TradeSources.Cost(draft.slot(column, reader), lookup.header().get(column), kind);
  }

  private List<TradeField> missing() {
    boolean isFills = format.fills().isPresent();
    List<TradeField> needed = new ArrayList<>(List.of(TradeField.AGENT_ID, TradeField.CLOSED_AT));
    if (!isFills) {
      needed.add(TradeField.REALIZED_PNL);
    }
    if (format.costBasis().isEmpty()) {
      needed.add(TradeField.ENTRY_PRICE);
    }
    needed.add(TradeField.QUANTITY);
    if (isFills && format.fills().get().group().isEmpty()) {
      needed.add(TradeField.SYMBOL);
    }
    needed.removeIf(field -> draft.source(field).isPresent());
    return needed;
  }
}
