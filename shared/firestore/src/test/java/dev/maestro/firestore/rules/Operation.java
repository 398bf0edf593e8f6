package dev.maestro.firestore.rules;

import java.util.Arrays;

/** What a caller can try on a document or its collection. */
enum Operation {
  /** Reads the document. */
  GET("get"),
  /** Reads the collection. */
  LIST("list"),
  /** Reads the part of the collection whose tenant_id is acme. */
  LIST_TENANT("list-tenant"),
  /** Reads all collections of this name, wherever they stand. */
  GROUP("group"),
  /** The same where tenant_id is acme. */
  GROUP_TENANT("group-tenant"),
  /** Writes the document, which is not there. */
  CREATE("create"),
  /** Writes the document, which is there. */
  UPDATE("update"),
  /** Removes the document. */
  DELETE("delete");

  private final String word;

  Operation(String word) {
    this.word = word;
  }

  /** The operation of a word of the table. */
  static Operation named(String word) {
    return Arrays.stream(values())
        .filter(operation -> operation.word.equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no operation: " + word));
  }

  @Override
  public String toString() {
    return word;
  }
}
