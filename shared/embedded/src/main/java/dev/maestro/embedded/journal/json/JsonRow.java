package dev.maestro.embedded.journal.json;

import com.google.gson.JsonObject;
import dev.maestro.embedded.journal.column.ColumnPlan;
import dev.maestro.embedded.journal.format.HeaderName;
import dev.maestro.embedded.journal.known.KnownFormats;
import dev.maestro.embedded.journal.row.JournalRow;
import dev.maestro.embedded.json.JsonValues;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The current object of a JSON file, as a row; one object for all rows. */
final class JsonRow extends JournalRow {
  private final Map<String, Integer> slotOfName = new HashMap<>();
  private final Map<String, Boolean> newNames = new HashMap<>();
  private final boolean keepsText;
  private String text = "";

  JsonRow(ColumnPlan plan, boolean keepsText) {
    super(plan);
    this.keepsText = keepsText;
    for (int column = 0; column < plan.header().size(); column++) {
      if (plan.slot(column) >= 0) {
        slotOfName.put(plan.header().get(column), plan.slot(column));
      }
    }
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
    Map<String, Object> values = JsonValues.map(object);
    found += fill(values);
    text = keepsText ? object.toString() : "";
    boolean isOwn = KnownFormats.isOwn(plan().format());
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
