package dev.maestro.engine.narration;

/**
 * Why there is no text by a narrator.
 *
 * @param detail what it is about, in a few plain characters: a status, a word of the text; may be
 *     blank
 */
public record NarrationRefusal(NarrationReason reason, String detail) {
  private static final int LONGEST = 60;

  /** Keeps letters, digits and a few signs of the detail, and not many: it may be hostile. */
  public NarrationRefusal {
    String plain = detail.replaceAll("[^A-Za-z0-9 .,%$+_'-]", "?");
    detail = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
  }
}
