package dev.maestro.functions.status.value;

import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.twin.value.TwinValue;
import dev.maestro.engine.twin.value.TwinValueView;
import dev.maestro.firestore.twin.StoredTwins;
import dev.maestro.functions.status.http.Answer;
import dev.maestro.functions.status.http.Problem;
import dev.maestro.functions.status.route.MemberCall;
import java.util.Optional;

/**
 * {@code GET /api/maestro/value}. One that cannot be read is none: the next cycle begins it anew.
 */
public final class ValueReads {
  private final StoredTwins twins;

  /** Of these twins. */
  public ValueReads(StoredTwins twins) {
    this.twins = twins;
  }

  /** What Maestro was worth, with the newest trades. */
  public Answer value(MemberCall call) throws Problem {
    return Answer.found(find(call), "twin that can be read; a cycle begins one");
  }

  private Optional<Written> find(MemberCall call) {
    try {
      return twins.find(call.tenant()).map(TwinValue::of).map(TwinValueView.FULL::written);
    } catch (UnreadableValueException unreadable) {
      return Optional.empty();
    }
  }
}
