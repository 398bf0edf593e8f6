package dev.maestro.firestore.api.page;

import dev.maestro.engine.audit.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a page of a list ended, as base64url: the id of its last entry after twelve hex digits that
 * say which list of which tenant it is, so that it is refused everywhere else. It is no secret and
 * guards nothing: a list is always that of the caller's tenant.
 */
final class PageCursor {
  private static final int MARK = 12;

  /** Ids have at most 1,500 bytes. */
  private static final int LONGEST = 2100;

  private PageCursor() {}

  /**
   * The cursor after an entry.
   *
   * @param list names the list and whose it is
   */
  static String after(String list, String id) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((mark(list, id) + id).getBytes(StandardCharsets.UTF_8));
  }

  /** The id in a cursor; empty if it is none, or one of another list. */
  static Optional<String> id(String list, String cursor) {
    return decoded(cursor)
        .filter(text -> text.length() > MARK)
        .map(text -> text.substring(MARK))
        .filter(id -> after(list, id).equals(cursor));
  }

  private static String mark(String list, String id) {
    return Sha256.hexOfParts(list, id).substring(0, MARK);
  }

  private static Optional<String> decoded(String cursor) {
    if (cursor.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(cursor);
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (IllegalArgumentException | CharacterCodingException none) {
      return Optional.empty();
    }
  }
}
