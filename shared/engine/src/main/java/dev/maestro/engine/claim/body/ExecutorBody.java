package dev.maestro.engine.claim.body;

import dev.maestro.engine.capital.ExactKinds;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.name.StoredName;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what executors send: claims, reports, closes. */
public final class ExecutorBody {
  /** 16 random bytes and more, as base64url or as hex. */
  private static final Pattern BASE64_URL = Pattern.compile("[A-Za-z0-9_-]{22,128}={0,2}");

  private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]+");
  private static final int MIN_HEX = 32;
  private static final String TOKEN_RULE =
      "the caller's own, at least 128 random bits: 22 or more characters of base64url, or 32 or"
          + " more of hex, at most 128, of 6 different characters at least";

  /** 32 random hex digits have fewer with a probability below 1e-12. */
  private static final int MIN_DIFFERENT = 6;

  /** With the prefix of a close's trade it still names a document. */
  private static final int MAX_CLOSE_ID = 128;

  private ExecutorBody() {}

  /**
   * A claim: {@code nonce}, {@code token}.
   *
   * @param executor who asks, as the caller was identified, never as it says
   * @throws dev.maestro.engine.form.UnreadableValueException naming the field
   */
  public static LedgerCommand.Claim claim(Fields body, String executor) {
    return new LedgerCommand.Claim(body.get("nonce", ExactKinds.NONCE), executor, token(body));
  }

  /**
   * A report: {@code token}, {@code filled_quantity}, {@code filled_notional}, {@code fees}, {@code
   * filled_at}, {@code final}.
   *
   * @throws dev.maestro.engine.form.UnreadableValueException naming the field
   */
  public static LedgerCommand.Report report(Fields body, Nonce nonce) {
    return new LedgerCommand.Report(
        nonce,
        body.get("token", Kinds.TEXT),
        Optional.of(FilledFigures.OF_REPORT.require(body)),
        body.get("filled_at", Kinds.TIME),
        body.get("final", Kinds.FLAG));
  }

  /**
   * A close: {@code id}, {@code strategy}, {@code symbol}, {@code side}, {@code quantity}, {@code
   * notional}, {@code fees}, {@code closed_at}.
   *
   * @param executor who says so, as the caller was identified
   * @throws dev.maestro.engine.form.UnreadableValueException naming the field
   */
  public static LedgerCommand.Close close(Fields body, String executor) {
    return new LedgerCommand.Close(
        closeId(body),
        executor,
        BodyKinds.key(body),
        body.get("side", ExactKinds.SIDE),
        Optional.of(FilledFigures.OF_CLOSE.require(body)),
        body.get("closed_at", Kinds.TIME));
  }

  /** The error does not repeat it: it may be a good one, cut short on its way. */
  private static String token(Fields body) {
    String token = body.get("token", Kinds.TEXT);
    boolean isShortHex = HEX.matcher(token).matches() && token.length() < MIN_HEX;
    boolean isPlain = token.chars().distinct().count() < MIN_DIFFERENT;
    if (isShortHex || isPlain || !BASE64_URL.matcher(token).matches()) {
      throw body.wrong("token", TOKEN_RULE, token.length() + " characters");
    }
    return token;
  }

  private static String closeId(Fields body) {
    String id = body.get("id", Kinds.NAME);
    if (id.length() > MAX_CLOSE_ID || id.indexOf('/') >= 0 || !StoredName.isOfDocument(id)) {
      throw body.wrong("id", "1 to " + MAX_CLOSE_ID + " characters that can name a document", id);
    }
    return id;
  }
}
