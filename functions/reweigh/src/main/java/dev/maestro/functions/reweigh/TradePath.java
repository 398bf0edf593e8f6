package dev.maestro.functions.reweigh;

import dev.maestro.engine.name.Uid;
import io.cloudevents.CloudEvent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which trade an event is about: {@code users/{uid}/tradeJournal/{tradeId}}, from its attribute
 * {@code document}, or else from its subject, {@code documents/users/...}. The payload is not
 * looked at.
 */
record TradePath(Uid uid, String tradeId) {
  /** The type of the events that this function follows. */
  static final String WRITTEN = "google.cloud.firestore.document.v1.written";

  private static final Pattern TRADE = Pattern.compile("users/([^/]+)/tradeJournal/([^/]+)");
  private static final Pattern NO_ID = Pattern.compile("\\.{1,2}|__.*__|\\s*");
  private static final String SUBJECT_PREFIX = "documents/";

  /**
   * Reads an event.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  static TradePath of(CloudEvent event) {
    if (!WRITTEN.equals(event.getType())) {
      throw new IllegalArgumentException("type must be " + WRITTEN + ", got " + event.getType());
    }
    String path = document(event).map(TradePath::decoded).orElse("");
    Matcher trade = TRADE.matcher(path);
    if (!trade.matches()) {
      throw new IllegalArgumentException(
          "document must be users/{uid}/tradeJournal/{tradeId}, got '" + path + "'");
    }
    Optional<Uid> uid = Uid.of(trade.group(1));
    if (uid.isEmpty() || isNoId(trade.group(2))) {
      throw new IllegalArgumentException("document holds what is no id, got '" + path + "'");
    }
    return new TradePath(uid.get(), trade.group(2));
  }

  private static Optional<String> document(CloudEvent event) {
    Object attribute = event.getExtension("document");
    if (attribute instanceof String path && !path.isBlank()) {
      return Optional.of(path);
    }
    return Optional.ofNullable(event.getSubject())
        .filter(subject -> subject.startsWith(SUBJECT_PREFIX))
        .map(subject -> subject.substring(SUBJECT_PREFIX.length()));
  }

  /** Headers carry what is not ASCII percent-encoded; a plus is a plus there. */
  private static String decoded(String path) {
    if (path.indexOf('%') < 0) {
      return path;
    }
    try {
      return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return path;
    }
  }

  private static boolean isNoId(String segment) {
    return NO_ID.matcher(segment).matches();
  }
}
