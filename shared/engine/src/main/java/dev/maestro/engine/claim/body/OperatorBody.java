package dev.maestro.engine.claim.body;

import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.control.TradingControl;
import dev.maestro.engine.control.TradingState;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.name.StrategyId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads what operators order. Whatever loosens something, or says what nobody can check, needs a
 * reason; a halt needs none.
 */
public final class OperatorBody {
  private static final String REASON = "reason";

  /** Characters; it is copied into histories and onto screens. */
  private static final int MAX_REASON = 500;

  /** Nothing that anybody could read: spaces, marks of direction, characters without a shape. */
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Z}\\p{C}\\s\\u115F\\u1160\\u2800\\u3164\\uFFA0]*");

  private static final String REASON_RULE =
      "a sentence of at most " + MAX_REASON + " characters that says why";

  private static final BigDecimal LEAST_FACTOR = new BigDecimal("0.001");
  private static final BigDecimal MOST_FACTOR = new BigDecimal("1000");

  private OperatorBody() {}

  /**
   * The last word about an UNKNOWN intent: the figures of a report, {@code filled_at}, {@code
   * reason}.
   *
   * @param by who is asking
   * @throws dev.maestro.engine.form.UnreadableValueException naming the field
   */
  public static LedgerCommand.Resolve resolve(Fields body, Nonce nonce, String by) {
    return new LedgerCommand.Resolve(
        nonce,
        Optional.of(FilledFigures.OF_REPORT.require(body)),
        body.get("filled_at", Kinds.TIME),
        by,
        reason(body));
  }

  /**
   * A split: {@code symbol}, {@code factor} from 0.001 to 1000, {@code reason}. No company splits
   * further, and a mistyped factor would leave a holding that nobody can sell.
   *
   * @throws dev.maestro.engine.form.UnreadableValueException naming the field
   */
  public static LedgerCommand.Split split(Fields body, String by) {
    BigDecimal factor = positive(body, "factor");
    if (factor.compareTo(LEAST_FACTOR) < 0 || factor.compareTo(MOST_FACTOR) > 0) {
      throw body.wrong("factor", "from 0.001 to 1000", factor);
    }
    return new LedgerCommand.Split(body.get("symbol", Kinds.SYMBOL), factor, by, reason(body));
  }

  /**
   * Gives a part of nobody's holding to a strategy: {@code symbol}, {@code strategy}, {@code
   * agent}, {@code quantity}, {@code reason}.
   *
   * @throws dev.maestro.engine.form.UnreadableValueException naming the field
   */
  public static LedgerCommand.Assign assign(Fields body, String by) {
    body.get("strategy", Kinds.STRATEGY);
    BigDecimal quantity = positive(body, "quantity");
    body.get("quantity", BodyKinds.QUANTITY);
    return new LedgerCommand.Assign(
        BodyKinds.key(body), body.get("agent", Kinds.AGENT), quantity, by, reason(body));
  }

  /**
   * Lets a suspended strategy enter again: {@code strategy}, {@code reason}.
   *
   * @throws dev.maestro.engine.form.UnreadableValueException naming the field
   */
  public static LedgerCommand.Rearm rearm(Fields body, String by) {
    StrategyId strategy = body.get("strategy", Kinds.STRATEGY);
    return new LedgerCommand.Rearm(Holder.of(strategy), by, reason(body));
  }

  /**
   * What the kill switch is to be: {@code state}, {@code reason}, {@code flatten}. The fence is the
   * store's.
   *
   * @throws dev.maestro.engine.form.UnreadableValueException naming the field
   */
  public static TradingControl control(Fields body, String by, Instant now) {
    TradingState state = body.get("state", Kinds.word(TradingState.class));
    boolean isFlattening = body.get("flatten", Kinds.FLAG, false);
    if (isFlattening && state != TradingState.REDUCING) {
      throw body.wrong("flatten", "false, or go with the state REDUCING", state);
    }
    String reason =
        state == TradingState.ACTIVE
            ? reason(body)
            : Kinds.cut(body.get(REASON, Kinds.TEXT, "").strip(), MAX_REASON);
    return new TradingControl(state, reason, by, now, 0, isFlattening);
  }

  private static String reason(Fields body) {
    String reason = body.get(REASON, Kinds.TEXT, "").strip();
    if (INVISIBLE.matcher(reason).matches()) {
      throw body.missing(REASON, REASON_RULE);
    }
    if (reason.length() > MAX_REASON) {
      throw body.wrong(REASON, REASON_RULE, reason.length() + " characters");
    }
    return reason;
  }

  private static BigDecimal positive(Fields body, String name) {
    BigDecimal number = body.get(name, Kinds.DECIMAL);
    if (number.signum() <= 0) {
      throw body.wrong(name, "above 0", number);
    }
    return number;
  }
}
