package dev.maestro.engine.signal.hook;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a hook, which stands in its address: 32 lower-case hex digits, drawn at random. It is
 * no secret: whoever knows it and not the secret gets nowhere.
 */
public record HookId(String value) {
  /** What a hook's id is, for people. */
  public static final String RULE = "32 lower-case hex digits";

  private static final Pattern VALID = Pattern.compile("[0-9a-f]{32}");

  /** Refuses what names no hook. */
  public HookId {
    if (!VALID.matcher(value).matches()) {
      throw new IllegalArgumentException("the id of a hook is " + RULE);
    }
  }

  /** The hook of that name; empty if the text can name none. */
  public static Optional<HookId> of(String text) {
    return VALID.matcher(text).matches() ? Optional.of(new HookId(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
