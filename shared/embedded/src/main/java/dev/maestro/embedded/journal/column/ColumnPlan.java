package dev.maestro.embedded.journal.column;

import dev.maestro.embedded.journal.cell.CellReader;
import dev.maestro.embedded.journal.cell.FieldSource;
import dev.maestro.embedded.journal.cell.StateCheck;
import dev.maestro.embedded.journal.cell.TradeSources;
import dev.maestro.embedded.journal.format.ExportFormat;
import dev.maestro.embedded.journal.format.MultiplierRule;
import dev.maestro.embedded.journal.format.ReadOptions;
import dev.maestro.embedded.journal.format.WordRule.Meaning;
import dev.maestro.embedded.journal.known.KnownFormats;
import dev.maestro.embedded.journal.source.JournalFileException;
import dev.maestro.engine.journal.TradeField;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How the columns of one file become the fields of a trade. Only the columns it names are looked
 * at; their cells stand in slots, in the order in which they were asked for.
 */
public final class ColumnPlan {
  private static final Optional<Meaning> CLOSED = Optional.of(Meaning.TRADE);
  private static final int KNOWN_WORDS = 12;

  private final PlanParts parts;
  private final List<StateCheck> states;

  ColumnPlan(PlanParts parts) {
    this.parts = parts;
    this.states = parts.states();
  }

  /** The format. */
  public ExportFormat format() {
    return parts.format();
  }

  /** What a person said. */
  public ReadOptions options() {
    return parts.options();
  }

  /** The names of the columns as they stand in the file. */
  public List<String> header() {
    return parts.header();
  }

  /** What is read from where, for people. */
  public ColumnReport report() {
    return parts.report();
  }

  /** How many cells of a row are looked at. */
  public int slots() {
    return parts.readers().length;
  }

  /** The slot of a column, -1 for one that is not looked at. */
  public int slot(int column) {
    int[] slots = parts.slotOfColumn();
    return column < slots.length ? slots[column] : -1;
  }

  /** How the cell of a slot is read. */
  public CellReader reader(int slot) {
    return parts.readers()[slot];
  }

  /** The value of a field in a row; empty if the row has none. */
  public Optional<Object> field(TradeField field, Object[] cells) {
    FieldSource source = parts.sources().get(field);
    return source == null ? Optional.empty() : source.of(cells);
  }

  /** The column that a field is read from, as it stands in the file; its own name if from none. */
  public String column(TradeField field) {
    String column = parts.columnOfField().get(field);
    return column == null ? field.key() : column;
  }

  /** Whether an execution bought (LONG) or sold (SHORT); empty where only the quantity says it. */
  public Optional<Meaning> side(Object[] cells) {
    return parts.side().flatMap(check -> check.of(cells));
  }

  /** True if the sign of a quantity says whether what was traded was long or short. */
  public boolean isSideSaid() {
    return parts.side().isPresent()
        || parts.format().isClosingSide()
        || parts.format().fills().isPresent();
  }

  /** Whether an execution opens (OPEN) or closes (TRADE); empty where its format does not say. */
  public Optional<Meaning> effect(Object[] cells) {
    return parts.effect().flatMap(check -> check.of(cells));
  }

  /** The position that an execution belongs to; empty where none is told. */
  public Optional<Object> group(Object[] cells) {
    return parts.group().flatMap(source -> source.of(cells));
  }

  /** The account or market that holds what an execution bought; blank where none is told. */
  public String account(Object[] cells) {
    return parts.account().flatMap(source -> source.of(cells)).map(Object::toString).orElse("");
  }

  /** True if executions are told which position they belong to. */
  public boolean hasGroups() {
    return parts.group().isPresent();
  }

  /**
   * The costs of a row that its P&amp;L does not contain: a decimal, or the text that is none.
   *
   * @param traded what a fraction is taken of
   */
  public Object costs(Object[] cells, BigDecimal traded) {
    return TradeSources.costs(parts.costs(), cells, Optional.of(traded));
  }

  /**
   * What the columns of states say of a row: TRADE, OPEN, OTHER; empty if one is not understood.
   */
  public Optional<Meaning> state(Object[] cells) {
    if (states.isEmpty()) {
      return CLOSED;
    }
    Meaning state = Meaning.TRADE;
    for (StateCheck check : states) {
      Optional<Meaning> said = check.of(cells);
      if (said.isEmpty()) {
        return said;
      }
      if (said.get() == Meaning.OTHER || said.get() == Meaning.CANCELS) {
        return said;
      }
      state = said.get() == Meaning.OPEN ? Meaning.OPEN : state;
    }
    return Optional.of(state);
  }

  /** The word of a state that is not understood, with its column. */
  public String unknownState(Object[] cells) {
    return states.stream()
        .filter(check -> check.of(cells).isEmpty())
        .map(check -> check.column() + ": '" + check.word(cells) + "'" + mend(check, cells))
        .findFirst()
        .orElse("");
  }

  /**
   * An execution that closes and opens anew is two trades: matching takes it apart. Of every other
   * word the known ones are told.
   */
  private String mend(StateCheck check, Object[] cells) {
    List<String> codes = List.of(check.word(cells).strip().toLowerCase(Locale.ROOT).split(";", -1));
    boolean isBoth = codes.contains("c") && codes.contains("o");
    if (isBoth && KnownFormats.named(format().name() + KnownFormats.OF_FILLS).isPresent()) {
      return ", it closes and opens anew: say --rows fills, which takes it apart";
    }
    List<String> known =
        check.rule().meaning().keySet().stream().filter(word -> !word.isEmpty()).sorted().toList();
    return known.size() > KNOWN_WORDS ? "" : ", known are " + String.join(", ", known);
  }

  /** True if a row takes back another one: cancelled, or corrected by it. */
  public boolean takesBack(Object[] cells) {
    return states.stream()
        .anyMatch(check -> check.of(cells).filter(Meaning::isTakeBack).isPresent());
  }

  /** True if rows of this file may take back others. */
  public boolean mayTakeBack() {
    return states.stream().anyMatch(check -> check.rule().mayTakeBack());
  }

  /** The id of the trade that a row takes back; empty if it names none. */
  public Optional<String> cancelled(Object[] cells) {
    return parts
        .cancelled()
        .flatMap(source -> source.of(cells))
        .map(id -> id.toString().strip())
        .filter(id -> !id.isEmpty() && !id.equals("0"))
        .map(parts.options().idPrefix()::concat);
  }

  /** A number of which nobody can tell whether its mark is that of decimals or of thousands. */
  public Optional<String> unclearDecimal() {
    return parts.options().decimals() == ReadOptions.DecimalMark.UNSAID
        ? parts.marks().unclear()
        : Optional.empty();
  }

  /** True if the rows have ids of their own. */
  public boolean hasIds() {
    return parts.sources().containsKey(TradeField.TRADE_ID);
  }

  /**
   * True if rows say at what price they were closed, in the unit of the entry price. A cost basis
   * without a multiplier contains it, the price beside it does not.
   */
  public boolean isPnlChecked() {
    if (parts.format().fills().isPresent()) {
      return true;
    }
    boolean isOfBasis = parts.format().costBasis().isPresent();
    return parts.sources().containsKey(TradeField.EXIT_PRICE)
        && !(isOfBasis && !parts.sources().containsKey(TradeField.MULTIPLIER));
  }

  /** True if nobody says how many units one of an instrument is. */
  public boolean isSizeAssumed(String instrument) {
    return parts.format().multiplier() == MultiplierRule.ASSUMED
        && parts.options().multiplier(instrument).isEmpty();
  }

  /** Symbols that a person gave a multiplier and that no row has so far, as one text. */
  public Optional<String> unmetMultipliers() {
    return parts.multipliers().unmet();
  }

  /**
   * Refuses the file if it has symbols whose multiplier nobody knows.
   *
   * @throws JournalFileException naming them
   */
  public void requireMultipliers() {
    Set<String> unknown = parts.multipliers().unknown();
    if (unknown.isEmpty()) {
      return;
    }
    String first = unknown.iterator().next();
    throw new JournalFileException(
        parts.format().title()
            + " does not say how many units one "
            + column(TradeField.QUANTITY)
            + " is"
            + (first.equals("*") ? "" : ", for " + String.join(", ", unknown))
            + ": say it with --multiplier "
            + first
            + "=N (lot size or point value; 1 if the quantity is in units)"
            + (unknown.size() > 1 ? ", once for each, or --multiplier '*=N' for all" : ""));
  }
}
