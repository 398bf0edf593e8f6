package dev.maestro.embedded.journal.column;

import dev.maestro.embedded.journal.cell.FieldSource;
import dev.maestro.embedded.journal.cell.NameCell;
import dev.maestro.embedded.journal.cell.NumberCell;
import dev.maestro.embedded.journal.cell.StateCheck;
import dev.maestro.embedded.journal.cell.TradeSources;
import dev.maestro.embedded.journal.format.ColumnName;
import dev.maestro.embedded.journal.format.ExportFormat;
import dev.maestro.embedded.journal.format.ReadOptions;
import dev.maestro.embedded.journal.known.Multipliers;
import dev.maestro.engine.journal.TradeField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Puts together the fields that are made of several cells. */
final class FieldCombiner {
  private final ExportFormat format;
  private final ReadOptions options;
  private final PlanDraft draft;
  private final Multipliers multipliers;

  FieldCombiner(
      ExportFormat format, ReadOptions options, PlanDraft draft, Multipliers multipliers) {
    this.format = format;
    this.options = options;
    this.draft = draft;
    this.multipliers = multipliers;
  }

  void combine(List<TradeSources.Cost> costs, Optional<StateCheck> side) {
    multiplier();
    id();
    if (format.fills().isPresent()) {
      return;
    }
    int size = draft.slotOf(TradeField.QUANTITY);
    if (size >= 0 && side.isPresent()) {
      draft.put(TradeField.QUANTITY, TradeSources.sided(size, side.get()));
    } else if (size >= 0 && format.isClosingSide()) {
      draft.put(TradeField.QUANTITY, TradeSources.closed(size));
    }
    int pnl = draft.slotOf(TradeField.REALIZED_PNL);
    if (pnl >= 0) {
      draft.put(TradeField.REALIZED_PNL, TradeSources.net(pnl, costs));
    }
    format.costBasis().ifPresent(this::entryPrice);
  }

  private void entryPrice(ColumnName basis) {
    OptionalInt at = draft.lookup().first(List.of(basis), false);
    Optional<FieldSource> quantity = draft.source(TradeField.QUANTITY);
    boolean isKnown = draft.source(TradeField.ENTRY_PRICE).isPresent();
    if (at.isEmpty() || quantity.isEmpty() || isKnown) {
      return;
    }
    String column = draft.lookup().header().get(at.getAsInt());
    int slot = draft.slot(at.getAsInt(), new NumberCell(format.numbers(), options.decimalComma()));
    FieldSource multiplier = draft.source(TradeField.MULTIPLIER).orElse(cells -> Optional.empty());
    draft.put(TradeField.ENTRY_PRICE, TradeSources.ofBasis(slot, quantity.get(), multiplier));
    draft.name(TradeField.ENTRY_PRICE, at.getAsInt());
    draft.uses().add(new FieldUse(TradeField.ENTRY_PRICE.key(), column + " per unit"));
  }

  private void multiplier() {
    Optional<FieldSource> column = draft.source(TradeField.MULTIPLIER);
    boolean isPlain =
        options.multipliers().isEmpty() && format.multiplier().words().startsWith("1");
    if (isPlain || (column.isPresent() && options.multipliers().isEmpty())) {
      return;
    }
    FieldSource symbol = draft.source(TradeField.SYMBOL).orElse(cells -> Optional.empty());
    draft.put(
        TradeField.MULTIPLIER,
        cells -> {
          String name = symbol.of(cells).map(Object::toString).orElse("");
          return column.isEmpty()
              ? multipliers.of(name)
              : multipliers.said(name).or(() -> column.get().of(cells));
        });
  }

  private void id() {
    boolean isSaid = options.columns().containsKey(TradeField.TRADE_ID.key());
    Optional<FieldSource> agent = draft.source(TradeField.AGENT_ID);
    Optional<FieldSource> id = draft.source(TradeField.TRADE_ID);
    if (!isSaid && format.ownIds() && id.isPresent() && agent.isPresent()) {
      draft.put(TradeField.TRADE_ID, TradeSources.joined(List.of(agent.get(), id.get())));
      draft.uses().replaceAll(FieldCombiner::ofAgent);
    } else if (!isSaid && format.hasJoinedId()) {
      joinedId(format.of(TradeField.TRADE_ID));
    }
    draft
        .source(TradeField.TRADE_ID)
        .ifPresent(
            whole ->
                draft.put(TradeField.TRADE_ID, TradeSources.prefixed(options.idPrefix(), whole)));
  }

  /** An id of several columns; none, and none of them looked at, if one is missing. */
  private void joinedId(List<ColumnName> columns) {
    if (!draft.lookup().hasAll(columns)) {
      return;
    }
    List<FieldSource> parts = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (ColumnName name : columns) {
      int at = draft.lookup().first(List.of(name), false).orElseThrow();
      parts.add(TradeSources.cell(draft.slot(at, new NameCell())));
      names.add(draft.lookup().header().get(at));
    }
    draft.uses().removeIf(use -> use.field().equals(TradeField.TRADE_ID.key()));
    draft.put(TradeField.TRADE_ID, TradeSources.joined(List.copyOf(parts)));
    draft.uses().add(new FieldUse(TradeField.TRADE_ID.key(), String.join(" / ", names)));
  }

  private static FieldUse ofAgent(FieldUse use) {
    return use.field().equals(TradeField.TRADE_ID.key())
        ? new FieldUse(use.field(), "agent_id / " + use.from())
        : use;
  }
}
