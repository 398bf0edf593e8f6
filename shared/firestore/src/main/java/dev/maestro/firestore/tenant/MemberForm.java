package dev.maestro.firestore.tenant;

import dev.maestro.engine.claim.body.BodyKinds;
import dev.maestro.engine.config.InvalidConfigurationException;
import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.form.View;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.Uid;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How a membership is written and read; whose it is, is the name of the place where it stands. */
public final class MemberForm {
  private static final Field<Member, Role> ROLE =
      Field.required("role", Kinds.word(Role.class, Role::word), Member::role);
  private static final Field<Member, List<String>> STRATEGIES =
      Field.withDefault("strategies", Kinds.list(Kinds.TEXT), List.of(), Member::strategies);
  private static final Field<Member, List<AccountId>> ACCOUNTS =
      Field.withDefault("accounts", Kinds.list(BodyKinds.ACCOUNT), List.of(), Member::accounts);
  private static final Field<Member, Optional<Instant>> ADDED_AT =
      Field.optional("added_at", Kinds.TIME, Member::addedAt);

  /** What is stored under the user's id. */
  static final View<Member> FACTS = View.of(ROLE, STRATEGIES, ACCOUNTS, ADDED_AT);

  /** With the user's id, for lists. */
  public static final View<Member> LISTED =
      View.<Member>empty()
          .with("uid", Member::uid)
          .all(View.of(ROLE, STRATEGIES, ACCOUNTS), member -> member);

  private MemberForm() {}

  /** A membership as an admin sends it. */
  public static Member sent(Uid uid, Fields body, Instant now) {
    try {
      return new Member(
          uid, ROLE.in(body), STRATEGIES.in(body), ACCOUNTS.in(body), Optional.of(now));
    } catch (InvalidConfigurationException contradictory) {
      throw UnreadableValueException.because(String.join("; ", contradictory.errors()));
    }
  }

  /** The form of the membership of a user. */
  public static Form<Member> of(Uid uid) {
    return Form.of(
            "a membership",
            in -> new Member(uid, ROLE.in(in), STRATEGIES.in(in), ACCOUNTS.in(in), ADDED_AT.in(in)),
            List.of(ROLE, STRATEGIES, ACCOUNTS, ADDED_AT))
        .open();
  }
}
