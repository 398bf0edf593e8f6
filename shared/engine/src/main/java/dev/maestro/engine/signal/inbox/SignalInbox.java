package dev.maestro.engine.signal.inbox;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.StrategyName;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.port.RefusedByStoreException;
import dev.maestro.engine.port.RefusedInputException;
import dev.maestro.engine.port.UnavailableException;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.signal.SignalReader;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes the signals of strategies outside. The newest of a strategy stands, by its own {@code
 * generated_at}: a late message never takes the place of a newer one, and one that is sent again
 * changes nothing. A signal without {@code generated_at} is stored with the time at which it came,
 * because a reader who took the time of reading would see it as new in every cycle.
 */
public final class SignalInbox {
  /** Each that is lost is one that another sender of the same strategy won. */
  private static final int ATTEMPTS = 20;

  private final NewestSignalPort signals;

  /** Keeps them here. */
  public SignalInbox(NewestSignalPort signals) {
    this.signals = signals;
  }

  /** What became of a signal. */
  public enum Outcome {
    /** It is the newest now. */
    STORED,
    /** It had been stored before. */
    UNCHANGED,
    /** One that is newer, or another one of the same time, stands. */
    NOT_NEWER,
    /** The tenant has no such strategy. */
    NOT_REGISTERED
  }

  /**
   * What became of a signal, and how it was read.
   *
   * @param signal empty unless it was stored, now or before
   */
  public record Receipt(Outcome outcome, Optional<Signal> signal) {}

  /**
   * Stores a signal, if it can be read and is newer than the one that stands.
   *
   * @param sent the fields as they came: texts, whole numbers, flags, lists, maps
   * @param by who sent it
   * @throws RefusedInputException if it cannot be read or kept; nothing is stored
   * @throws UnavailableException if the store does not answer, or others write all the time
   */
  public Receipt put(TenantId tenant, StrategyId strategy, Fields sent, String by, Instant now)
      throws RefusedInputException {
    Signal signal = read(strategy, sent, now);
    Fields fields = sent.orElse("generated_at", signal.generatedAt().toString());
    KeptSignal kept = new KeptSignal(fields, now, by, signal.expiresAt());
    try {
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        Optional<Outcome> outcome = attempt(tenant, strategy, signal, kept);
        if (outcome.isPresent()) {
          return receipt(outcome.get(), signal);
        }
      }
    } catch (RefusedByStoreException unstorable) {
      throw new RefusedInputException(
          "signal", "signal must be one that Firestore can keep: shorter names, less nested");
    }
    throw new UnavailableException("others write signals of " + strategy + " all the time");
  }

  private static Receipt receipt(Outcome outcome, Signal signal) {
    boolean isKept = outcome == Outcome.STORED || outcome == Outcome.UNCHANGED;
    return new Receipt(outcome, isKept ? Optional.of(signal) : Optional.empty());
  }

  /** What became of it; empty if somebody else was faster. */
  private Optional<Outcome> attempt(
      TenantId tenant, StrategyId strategy, Signal signal, KeptSignal kept) {
    Optional<StandingSignal> found = signals.find(tenant, strategy);
    if (found.isEmpty()) {
      return Optional.of(Outcome.NOT_REGISTERED);
    }
    StandingSignal standing = found.get();
    if (standing.sent().filter(kept.fields().values()::equals).isPresent()) {
      return Optional.of(Outcome.UNCHANGED);
    }
    if (madeAt(strategy, standing, kept.receivedAt())
        .filter(time -> !time.isBefore(signal.generatedAt()))
        .isPresent()) {
      return Optional.of(Outcome.NOT_NEWER);
    }
    return signals.replace(tenant, strategy, kept, standing.version())
        ? Optional.of(Outcome.STORED)
        : Optional.empty();
  }

  /** When the signal that stands was made; one that cannot be read gives way. */
  private static Optional<Instant> madeAt(
      StrategyId strategy, StandingSignal standing, Instant now) {
    Signal signal =
        SignalReader.read(
            StrategyName.of(strategy), standing.sent(), standing.receivedAt().orElse(now), now);
    return signal.error().isEmpty() ? Optional.of(signal.generatedAt()) : Optional.empty();
  }

  private static Signal read(StrategyId strategy, Fields sent, Instant now)
      throws RefusedInputException {
    SignalFields.check(sent);
    Object named = sent.raw("strategy").orElse(strategy.value());
    if (!strategy.value().equals(named)) {
      throw new RefusedInputException(
          "strategy", "strategy must be " + strategy + ", as in the path, or left out");
    }
    Signal signal =
        SignalReader.read(StrategyName.of(strategy), Optional.of(sent.values()), now, now);
    if (signal.error().isPresent()) {
      String error = signal.error().get();
      throw new RefusedInputException(error.substring(0, error.indexOf(' ')), error);
    }
    return signal;
  }
}
