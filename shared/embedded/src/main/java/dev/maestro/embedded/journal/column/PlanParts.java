package dev.maestro.embedded.journal.column;

import dev.maestro.embedded.journal.cell.CellReader;
import dev.maestro.embedded.journal.cell.DecimalMarks;
import dev.maestro.embedded.journal.cell.FieldSource;
import dev.maestro.embedded.journal.cell.StateCheck;
import dev.maestro.embedded.journal.cell.TradeSources;
import dev.maestro.embedded.journal.format.ExportFormat;
import dev.maestro.embedded.journal.format.ReadOptions;
import dev.maestro.embedded.journal.known.Multipliers;
import dev.maestro.engine.journal.TradeField;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a plan is made of; see {@link ColumnPlan}. */
@SuppressWarnings("ArrayRecordComponent")
record PlanParts(
    ExportFormat format,
    ReadOptions options,
    List<String> header,
    int[] slotOfColumn,
    CellReader[] readers,
    Map<TradeField, FieldSource> sources,
    Map<TradeField, String> columnOfField,
    List<StateCheck> states,
    Multipliers multipliers,
    List<TradeSources.Cost> costs,
    Optional<StateCheck> side,
    Optional<StateCheck> effect,
    Optional<FieldSource> group,
    Optional<FieldSource> account,
    DecimalMarks marks,
    Optional<FieldSource> cancelled,
    ColumnReport report) {}
