package dev.maestro.engine.snapshot.day;

import dev.maestro.engine.journal.slice.ReadSlicePort;
import dev.maestro.engine.snapshot.row.RowsPort;

/** Where a day is read from and written to. */
public record DayStores(
    LoadDayPort days, RowsPort rows, RollingPort rolling, ReadSlicePort journals) {}
