package dev.maestro.engine.capital.rule;

import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.command.Outcome;
import dev.maestro.engine.capital.command.Work;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.intent.IntentState;
import dev.maestro.engine.capital.intent.TokenHash;
import java.time.Instant;
import java.util.Optional;

/**
 * Hands an intent out, once. The token is the caller's own, so that a lost reply costs nothing: the
 * same token asks again, the gates are asked again, and the answer says that it is repeated.
 */
final class ClaimRule {
  private ClaimRule() {}

  static Outcome apply(Work work, LedgerCommand.Claim claim) {
    Optional<Intent> known = work.intent(claim.intent());
    if (known.isEmpty()) {
      return work.end(CommandCode.UNKNOWN_INTENT);
    }
    if (!claim.executor().equals(work.ledger().executor())) {
      return work.end(CommandCode.NOT_YOUR_ACCOUNT);
    }
    Intent intent = known.get();
    TokenHash token = TokenHash.of(claim.token());
    Optional<CommandCode> refusal = refusal(work, intent, token);
    if (refusal.isPresent()) {
      return work.end(refusal.get());
    }
    return intent.isEntry()
        ? EntryClaim.apply(work, intent, token)
        : ExitClaim.apply(work, intent, token);
  }

  /** What stands in the way of entries and exits alike. */
  private static Optional<CommandCode> refusal(Work work, Intent intent, TokenHash token) {
    if (isTaken(intent, token)) {
      return Optional.of(CommandCode.ALREADY_CLAIMED);
    }
    if (isExpired(intent, work.now())) {
      return Optional.of(CommandCode.EXPIRED);
    }
    if (intent.state() == IntentState.CANCELLED) {
      return Optional.of(CommandCode.CANCELLED);
    }
    return work.ledger().control().isHalted() ? Optional.of(CommandCode.HALTED) : Optional.empty();
  }

  private static boolean isTaken(Intent intent, TokenHash token) {
    return switch (intent.state()) {
      case FILLED, RELEASED -> true;
      case CLAIMED -> !isOwner(intent, token);
      case UNKNOWN -> intent.isEntry() || !isOwner(intent, token);
      case RESERVED, EXPIRED, CANCELLED -> false;
    };
  }

  /** A claimed exit has no such end: its owner may ask until it is over. */
  private static boolean isExpired(Intent intent, Instant now) {
    boolean isLate = !now.isBefore(intent.order().expiresAt());
    return switch (intent.state()) {
      case EXPIRED -> true;
      case RESERVED -> isLate;
      case CLAIMED -> isLate && intent.isEntry();
      case UNKNOWN, FILLED, RELEASED, CANCELLED -> false;
    };
  }

  private static boolean isOwner(Intent intent, TokenHash token) {
    return intent.token().filter(token::equals).isPresent();
  }
}
