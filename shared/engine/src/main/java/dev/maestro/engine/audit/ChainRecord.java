package dev.maestro.engine.audit;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One record of a chain, sealed by its hash.
 *
 * @param fields all of them; {@code seq}, {@code previous_hash} and {@code hash} among them
 * @param head the chain with this record as its newest
 */
public record ChainRecord(SortedMap<String, Object> fields, ChainHead head) {
  /** The only fields that may change later; they are outside the hash, like the hash itself. */
  public static final Set<String> OUTSIDE_HASH =
      Set.of("ai_summary", "narration", "duration_ms", "hash");

  /** Enough for a record of some dozens of signals; a longer one grows once or twice. */
  private static final int EXPECTED_LENGTH = 96 * 1024;

  static final String SEQ = "seq";
  static final String PREVIOUS_HASH = "previous_hash";
  static final String HASH = "hash";

  /** Keeps the map as it is, unmodifiable. */
  public ChainRecord {
    fields = Collections.unmodifiableSortedMap(fields);
  }

  /** Adds the place in the chain and the hash to a record. */
  public static ChainRecord seal(Map<String, ?> content, ChainHead head) {
    return sealWithin(Integer.MAX_VALUE, content, head).orElseThrow();
  }

  /**
   * The same, unless what is hashed has more than so many bytes: it is written once to be measured
   * and hashed.
   */
  public static Optional<ChainRecord> sealWithin(
      int maxBytes, Map<String, ?> content, ChainHead head) {
    SortedMap<String, Object> fields = new TreeMap<>(content);
    long seq = head.seq() + 1;
    fields.put(SEQ, seq);
    fields.put(PREVIOUS_HASH, head.hash());
    CanonicalBytes hashed = hashed(fields);
    if (hashed.length() > maxBytes) {
      return Optional.empty();
    }
    String hash = hashed.sha256();
    fields.put(HASH, hash);
    return Optional.of(new ChainRecord(fields, new ChainHead(seq, hash)));
  }

  /** The hash that the fields call for: SHA-256 of their canonical form. */
  static String hashOf(Map<String, ?> fields) {
    return hashed(fields).sha256();
  }

  private static CanonicalBytes hashed(Map<String, ?> fields) {
    return CanonicalJson.bytes(fields, OUTSIDE_HASH, EXPECTED_LENGTH);
  }

  /** The canonical text of the whole record, what is outside the hash included. */
  public String json() {
    return CanonicalJson.write(fields);
  }
}
