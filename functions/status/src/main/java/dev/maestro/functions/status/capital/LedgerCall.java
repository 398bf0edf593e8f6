package dev.maestro.functions.status.capital;

import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.claim.body.BodyKinds;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.firestore.tenant.Role;
import dev.maestro.functions.status.http.JsonBody;
import dev.maestro.functions.status.http.Problem;
import dev.maestro.functions.status.route.MemberCall;
import java.io.IOException;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One call about capital, by somebody whose role may make it.
 *
 * @param made as it came
 */
record LedgerCall(MemberCall made) {
  /** The name in paths of what an intent is called by. */
  static final String NONCE = "nonce";

  private static final String ACCOUNT = "account";

  /** What paper accounts name as their executor; it is no user's. */
  private static final String PAPER = "paper";

  /**
   * What was asked for, and of which account.
   *
   * @param account {@code main} where the body names none
   */
  record Asked<T>(AccountId account, T what) {}

  /** Whose ledgers. */
  TenantId tenant() {
    return made.tenant();
  }

  /** Who is written down as the one that did it. */
  String by() {
    return made.uid().value();
  }

  /**
   * The executor that is calling.
   *
   * @throws Problem 403 for a user who is called like the paper broker
   */
  String executor() throws Problem {
    if (by().equals(PAPER)) {
      throw Refusal.NOT_YOUR_ACCOUNT.because("no user may act as the broker on paper");
    }
    return by();
  }

  /** The nonce in the path. */
  Nonce nonce() throws Problem {
    return Nonce.of(made.argument(NONCE)).orElseThrow(Refusal.UNKNOWN_INTENT::problem);
  }

  /**
   * Reads the body, with {@code account} beside what the reader asks for.
   *
   * @throws Problem also if the caller executes, and not for this account
   */
  <T> Asked<T> body(Function<Fields, T> reader, BiFunction<String, String, Problem> unreadable)
      throws Problem, IOException {
    Asked<T> asked =
        JsonBody.read(
            made.request(),
            sent ->
                new Asked<>(
                    sent.get(ACCOUNT, BodyKinds.ACCOUNT, AccountId.MAIN), reader.apply(sent)),
            unreadable);
    if (made.member().role() == Role.EXECUTOR
        && !made.member().accounts().contains(asked.account())) {
      throw Refusal.NOT_YOUR_ACCOUNT.because(
          "the membership does not name the account " + asked.account());
    }
    return asked;
  }
}
