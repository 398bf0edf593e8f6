package dev.maestro.firestore.indexes;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.maestro.firestore.indexes.IndexField.Mode;
import java.util.ArrayList;
import java.util.List;

/** What {@code firestore.indexes.json} says. */
record IndexFile(List<CompositeIndex> composites, List<FieldOverride> overrides) {
  private static final String GROUP = "COLLECTION_GROUP";

  /** Reads the text of the file. */
  static IndexFile read(String json) {
    JsonObject file = JsonParser.parseString(json).getAsJsonObject();
    List<CompositeIndex> composites = new ArrayList<>();
    for (JsonElement index : file.getAsJsonArray("indexes")) {
      composites.add(composite(index.getAsJsonObject()));
    }
    List<FieldOverride> overrides = new ArrayList<>();
    for (JsonElement override : file.getAsJsonArray("fieldOverrides")) {
      overrides.add(override(override.getAsJsonObject()));
    }
    return new IndexFile(List.copyOf(composites), List.copyOf(overrides));
  }

  /** What the query would miss in production, one line each; empty: it runs. */
  List<String> missing(QueryShape query) {
    if (query.needsComposite()) {
      boolean isServed = composites.stream().anyMatch(index -> index.serves(query));
      return isServed ? List.of() : List.of("a composite index for " + query);
    }
    return query.singles().stream()
        .filter(field -> !isKept(query, field))
        .map(field -> "the index of the single field " + field + " for " + query)
        .toList();
  }

  private boolean isKept(QueryShape query, IndexField field) {
    return overrides.stream()
        .filter(override -> override.isAbout(query.collection(), field.path()))
        .findFirst()
        .map(override -> query.everywhere() ? override.everywhere() : override.inCollection())
        .map(kept -> kept.contains(field.mode()))
        .orElse(!query.everywhere());
  }

  private static CompositeIndex composite(JsonObject index) {
    List<IndexField> fields = new ArrayList<>();
    for (JsonElement field : index.getAsJsonArray("fields")) {
      JsonObject column = field.getAsJsonObject();
      fields.add(new IndexField(column.get("fieldPath").getAsString(), mode(column)));
    }
    return new CompositeIndex(
        index.get("collectionGroup").getAsString(),
        isGroup(index),
        QueryShape.withoutFreeName(fields));
  }

  private static FieldOverride override(JsonObject override) {
    List<Mode> inCollection = new ArrayList<>();
    List<Mode> everywhere = new ArrayList<>();
    for (JsonElement index : override.getAsJsonArray("indexes")) {
      JsonObject single = index.getAsJsonObject();
      (isGroup(single) ? everywhere : inCollection).add(mode(single));
    }
    return new FieldOverride(
        override.get("collectionGroup").getAsString(),
        override.get("fieldPath").getAsString(),
        override.has("ttl") && override.get("ttl").getAsBoolean(),
        List.copyOf(inCollection),
        List.copyOf(everywhere));
  }

  private static Mode mode(JsonObject column) {
    return column.has("arrayConfig")
        ? Mode.CONTAINS
        : Mode.valueOf(column.get("order").getAsString());
  }

  private static boolean isGroup(JsonObject index) {
    return index.has("queryScope") && index.get("queryScope").getAsString().equals(GROUP);
  }
}
