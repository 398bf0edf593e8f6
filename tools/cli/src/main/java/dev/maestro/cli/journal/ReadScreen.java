package dev.maestro.cli.journal;

import dev.maestro.cli.Plural;
import dev.maestro.embedded.journal.ReadReport;
import dev.maestro.embedded.journal.column.ColumnReport;
import dev.maestro.embedded.journal.column.FieldUse;
import dev.maestro.embedded.journal.fill.FillOrder;
import dev.maestro.embedded.journal.pnl.PnlCheck;
import dev.maestro.embedded.journal.pnl.SignCheck;
import dev.maestro.embedded.journal.row.ReadCounts;
import dev.maestro.engine.form.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What was read of a journal, on one screen: its format, which column became which field, the
 * multiplier and where it comes from, costs, time zone, and how many rows were what.
 *
 * @param corrected rows that took the place of an earlier one of the same trade
 * @param changed those of them that changed the agent or the symbol
 */
public record ReadScreen(ReadReport report, long corrected, long changed) {
  private static final int WIDTH = 96;

  /** The lines of the screen. */
  public List<String> lines() {
    ColumnReport columns = report.columns();
    List<String> lines = new ArrayList<>();
    lines.add(
        "Read: "
            + report.file().getFileName()
            + report.packed().map(name -> " (" + name + ")").orElse(""));
    add(lines, "format", columns.format() + " (" + columns.title() + ")");
    for (FieldUse use : columns.fields()) {
      if (!use.field().equals("multiplier")) {
        add(lines, use.field(), use.from());
      }
    }
    add(lines, "multiplier", columns.multiplier());
    add(lines, "costs", columns.costs());
    if (!columns.unusedCosts().isEmpty()) {
      add(lines, "not subtracted", String.join(", ", columns.unusedCosts()));
    }
    add(lines, "P&L check", check());
    add(lines, "time zone", columns.zone());
    if (!columns.unused().isEmpty()) {
      addAll(lines, "not read", columns.unused());
    }
    report.counts().order().ifPresent(order -> add(lines, "order", order.words()));
    add(lines, "rows", rows());
    return lines;
  }

  private String check() {
    PnlCheck check = report.counts().pnlCheck();
    if (report.counts().closed() == 0) {
      return "none: no row could be used";
    }
    if (check.checked() == 0) {
      return "none: no exit price to hold it against, so neither a missing multiplier nor a turned"
          + " sign would be seen";
    }
    return "as the prices say in "
        + check.agreed()
        + " of "
        + check.checked()
        + " trades"
        + (check.signs().isUnsaid()
            ? "; no column says long or short: without a minus a quantity is long"
            : "");
  }

  private String rows() {
    ReadCounts counts = report.counts();
    List<String> parts = new ArrayList<>();
    if (counts.fills() > 0) {
      parts.add(counts.fills() + " fills");
    }
    parts.add(counts.closed() + " closed");
    parts.add(counts.open() + " open (left out)");
    if (counts.other() > 0) {
      parts.add(counts.other() + " no trades (left out)");
    }
    if (counts.fills() > 0) {
      parts.add(counts.stillOpen() + " positions still open");
    }
    parts.add(
        corrected
            + " corrected"
            + (changed > 0 ? " (" + changed + " with another agent or symbol)" : ""));
    if (counts.headers() > 0) {
      parts.add(Plural.of(counts.headers(), "header") + " in the middle");
    }
    parts.add(counts.rejected() + " rejected");
    return String.join(", ", parts);
  }

  /** What a person should look at, one sentence each. */
  public List<String> warnings() {
    return ReadWarnings.of(this);
  }

  /** Why the signs of the P&amp;L cannot be right; empty if nothing speaks against them. */
  public Optional<String> signFault() {
    SignCheck signs = report.counts().pnlCheck().signs();
    return signs.isSystematic()
        ? Optional.of(String.join("; ", PnlWarnings.ofSigns(signs)))
        : Optional.empty();
  }

  /** The same for programs. */
  public Written written() {
    ColumnReport columns = report.columns();
    ReadCounts counts = report.counts();
    return Written.of("file", String.valueOf(report.file().getFileName()))
        .with("packed", report.packed().orElse(""))
        .with("format", columns.format())
        .with(
            "fields",
            columns.fields().stream()
                .map(use -> Written.of("field", use.field()).with("from", use.from()).values())
                .toList())
        .with("multiplier", columns.multiplier())
        .with("costs", columns.costs())
        .with("costs_left_out", columns.unusedCosts())
        .with("zone", columns.zone())
        .with("not_read", columns.unused())
        .with("closed", counts.closed())
        .with("open", counts.open())
        .with("no_trades", counts.other())
        .with("fills", counts.fills())
        .with("order", counts.order().map(FillOrder::words).orElse(""))
        .with("still_open", counts.stillOpen())
        .with("corrected", corrected)
        .with("changed_agent_or_symbol", changed)
        .with("rejected", counts.rejected())
        .with("returns_above_1", counts.aboveOne())
        .with("pnl_checked", counts.pnlCheck().checked())
        .with("pnl_as_priced", counts.pnlCheck().agreed())
        .with("headers_again", counts.headers())
        .with("warnings", warnings());
  }

  private static void add(List<String> lines, String name, String text) {
    lines.add(String.format(Locale.ROOT, "  %-14s %s", name, text));
  }

  /** All of them, on as many lines as they need. */
  private static void addAll(List<String> lines, String name, List<String> words) {
    StringBuilder line = new StringBuilder();
    String title = name;
    for (String word : words) {
      if (line.length() > 0 && line.length() + word.length() > WIDTH) {
        add(lines, title, line.append(',').toString());
        line.setLength(0);
        title = "";
      }
      line.append(line.length() == 0 ? "" : ", ").append(word);
    }
    add(lines, title, line.toString());
  }
}
