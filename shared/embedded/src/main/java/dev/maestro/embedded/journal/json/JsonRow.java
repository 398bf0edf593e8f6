package dev.maestro.embedded.journal.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.maestro.embedded.journal.cell.CellReader;
import dev.maestro.embedded.journal.cell.NumberCell;
import dev.maestro.embedded.journal.column.ColumnPlan;
import dev.maestro.embedded.journal.format.HeaderName;
import dev.maestro.embedded.journal.known.KnownFormats;
import dev.maestro.embedded.journal.row.JournalRow;
import dev.maestro.embedded.json.JsonValues;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The current object of a JSON file, as a row; one object for all rows. */
final class JsonRow extends JournalRow {
  private final Map<String, Integer> slotOfName = new HashMap<>();
  private final Map<String, Boolean> newNames = new HashMap<>();
  private final boolean keepsText;
  private final boolean isOwn;
  private final FlatLine flat = new FlatLine();
  private final NamePlaces places = new NamePlaces(this::slotOf);
  private final boolean[] isSeen;
  private String text = "";

  JsonRow(ColumnPlan plan, boolean keepsText) {
    super(plan);
    this.keepsText = keepsText;
    this.isOwn = KnownFormats.isOwn(plan.format());
    this.isSeen = new boolean[plan.slots()];
    for (int column = 0; column < plan.header().size(); column++) {
      if (plan.slot(column) >= 0) {
        slotOfName.put(plan.header().get(column), plan.slot(column));
      }
    }
  }

  /**
   * Takes the usual line without making a tree of it; false for any other, of which nothing is then
   * known. What it takes is what {@link #take} would.
   */
  boolean takeFlat(String line) {
    if (keepsText || !flat.start(line)) {
      return false;
    }
    Arrays.fill(cells(), null);
    Arrays.fill(isSeen, false);
    int found = 0;
    FlatLine.Token token = flat.next();
    for (int place = 0; token != FlatLine.Token.END; place++) {
      int slot = token == FlatLine.Token.ODD ? NamePlaces.UNKNOWN : places.slot(flat, place);
      boolean isUnknown = slot == NamePlaces.UNKNOWN && token != FlatLine.Token.NULL;
      if (isUnknown || (slot >= 0 && !fill(slot, token))) {
        return false;
      }
      found += slot >= 0 && cells()[slot] != null ? 1 : 0;
      token = flat.next();
    }
    text = "";
    return found >= 2;
  }

  /** Fills a cell from the current member; false for what a tree has to judge. */
  private boolean fill(int slot, FlatLine.Token token) {
    CellReader reader = plan().reader(slot);
    boolean isText = token == FlatLine.Token.TEXT || token == FlatLine.Token.NULL || !isOwn;
    boolean isNumber = token == FlatLine.Token.NUMBER && reader instanceof NumberCell;
    if (isSeen[slot] || !(isText || isNumber)) {
      return false;
    }
    isSeen[slot] = true;
    if (token != FlatLine.Token.NULL && flat.valueLength() > 0) {
      cells()[slot] = reader.read(flat.text(), flat.valueFrom(), flat.valueLength());
    }
    return true;
  }

  private int slotOf(String name) {
    Integer slot = slotOfName.get(name);
    if (slot != null) {
      return slot;
    }
    return Boolean.FALSE.equals(newNames.get(name)) ? NamePlaces.UNUSED : NamePlaces.UNKNOWN;
  }

  /**
   * Takes an object.
   *
   * @return what is wrong with it: none of the names that are looked at, or one that its format
   *     knows and that the first rows did not have; blank if nothing
   */
  String take(JsonObject object, Map<String, Object> around) {
    Arrays.fill(cells(), null);
    int found = fill(around);
    Map<String, Object> values = isOwn ? JsonValues.map(object) : texts(object);
    found += fill(values);
    text = keepsText ? object.toString() : "";
    if (found < (isOwn ? 1 : 2) && (!isOwn || !values.isEmpty())) {
      return "none of the names of the first rows";
    }
    for (String name : values.keySet()) {
      if (isNew(name)) {
        return "'" + name + "', which the first rows do not have";
      }
    }
    return "";
  }

  /** Exports write numbers and truths as text or not, as they like: all are text here. */
  private static Map<String, Object> texts(JsonObject object) {
    Map<String, Object> texts = new LinkedHashMap<>();
    object
        .entrySet()
        .forEach(
            member -> {
              JsonElement value = member.getValue();
              if (value.isJsonPrimitive()) {
                texts.put(member.getKey(), value.getAsString());
              } else if (!value.isJsonNull()) {
                texts.put(member.getKey(), nested(value));
              }
            });
    return texts;
  }

  /** LEAN writes a symbol as an object with a value, or as a list of one. */
  private static String nested(JsonElement value) {
    JsonElement one = value instanceof JsonArray list && list.size() == 1 ? list.get(0) : value;
    return one instanceof JsonObject object
            && object.get("value") instanceof JsonPrimitive name
            && name.isString()
        ? name.getAsString()
        : value.toString();
  }

  private int fill(Map<String, Object> values) {
    int found = 0;
    for (Map.Entry<String, Object> value : values.entrySet()) {
      Integer slot = slotOfName.get(value.getKey());
      if (slot != null && !"".equals(value.getValue())) {
        cells()[slot] = plan().reader(slot).read(value.getValue());
        found++;
      }
    }
    return found;
  }

  private boolean isNew(String name) {
    return newNames.computeIfAbsent(
        name,
        other -> !plan().header().contains(other) && plan().format().knows(HeaderName.key(other)));
  }

  @Override
  public String text() {
    return text;
  }
}
