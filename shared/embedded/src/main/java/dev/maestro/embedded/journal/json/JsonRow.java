package dev.maestro.embedded.journal.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
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
  private String text = "";

  JsonRow(ColumnPlan plan, boolean keepsText) {
    super(plan);
    this.keepsText = keepsText;
    this.isOwn = KnownFormats.isOwn(plan.format());
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
                texts.put(member.getKey(), value.toString());
              }
            });
    return texts;
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
