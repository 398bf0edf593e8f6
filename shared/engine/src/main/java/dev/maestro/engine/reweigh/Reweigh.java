package dev.maestro.engine.reweigh;

import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.port.UnavailableException;
import dev.maestro.engine.reweigh.window.ReadJournalPort;
import dev.maestro.engine.tenant.member.TenantUsers;
import dev.maestro.engine.weights.WeightsConfig;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Keeps the weights of a user equal to what the journal says.
 *
 * <p>News of a trade is only a nudge: what counts is the trade as it is when it is read. Every step
 * reads, decides and commits against what it read, and begins again if somebody was faster. So
 * order, repetition and delay of the news cannot matter. A step that changes nothing raises no
 * revision; every other one raises it by 1.
 *
 * <p>A trade can change and change back while somebody stands between read and commit, so that its
 * news changes nothing. If the trade is newer than what is stored, such news touches the stored
 * state: the other one loses and reads again.
 *
 * <p>A journal read takes long, and goes on meanwhile. Therefore windows that were read from the
 * journal are read once more after the commit, until nothing is different.
 *
 * <p>A trade that became known too late for the cycles of its tenant ({@link
 * dev.maestro.engine.tenant.LookBack}) makes them look again, whatever becomes of the weights.
 */
public final class Reweigh {
  /** Tries before the step is given up, so that its event comes again later. */
  static final int TRIES = 40;

  private final LoadPerformancePort performance;
  private final CommitWeightsPort commits;
  private final ReadJournalPort journal;
  private final LoadWeightsConfigPort settings;
  private final LookAgainPort cycles;
  private final TenantUsers users;

  /** Works on these stores. */
  public Reweigh(
      LoadPerformancePort performance,
      CommitWeightsPort commits,
      ReadJournalPort journal,
      LoadWeightsConfigPort settings,
      LookAgainPort cycles,
      TenantUsers users) {
    this.performance = performance;
    this.commits = commits;
    this.journal = journal;
    this.settings = settings;
    this.cycles = cycles;
    this.users = users;
  }

  /**
   * How a step ended.
   *
   * @param revision the newest now; 0: there are no weights
   * @param isChanged true: this step wrote it
   */
  public record Outcome(long revision, boolean isChanged) {}

  /**
   * Follows one trade of the journal, which was written or deleted.
   *
   * @param tradeId the id of the trade's document
   * @param eventId names the news in the weights' cause
   * @throws dev.maestro.engine.port.RefusedByStoreException if the result can never be stored
   * @throws UnavailableException if others were faster again and again; nothing is lost
   */
  public Outcome onTradeWritten(Uid uid, String tradeId, String eventId, Instant now) {
    WeightsDraftBuilder drafting = drafting(uid, now);
    AtomicReference<Optional<LateTrade>> late = new AtomicReference<>(Optional.empty());
    try {
      return settle(
          uid,
          Optional.of(tradeId),
          new Cause(eventId, tradeId),
          now,
          loaded -> {
            late.set(drafting.late(loaded, tradeId));
            return drafting.follow(loaded, tradeId);
          });
    } finally {
      Objects.requireNonNull(late.get()).ifPresent(cycles::lookAgain);
    }
  }

  /**
   * Reads all windows from the journal. Nothing is written if they are right already, so this is
   * also the check that they are.
   *
   * @param cause names who asked for it
   */
  public Outcome rebuild(Uid uid, String cause, Instant now) {
    WeightsDraftBuilder drafting = drafting(uid, now);
    return settle(
        uid,
        Optional.empty(),
        Cause.rebuild(cause),
        now,
        loaded -> drafting.rebuild(loaded, Set.of()));
  }

  /**
   * Puts settings into force and weighs again. A longer lookback or an agent that did not count
   * before needs the journal, everything else only the windows. The same settings again change
   * nothing.
   *
   * @param tenantId whose weights these are from now on
   * @throws dev.maestro.engine.tenant.member.ForeignUserException if the user does not belong to
   *     it, or is weighed for another; nothing is written
   */
  public Outcome configure(Uid uid, TenantId tenantId, WeightsConfig config, Instant now) {
    WeightsDraftBuilder drafting = drafting(uid, now);
    return settle(
        uid,
        Optional.empty(),
        Cause.rebuild("configuration"),
        now,
        loaded -> drafting.configure(loaded, tenantId, config));
  }

  /**
   * Checks that a user may be weighed for a tenant, before anything is bound to it.
   *
   * @throws dev.maestro.engine.tenant.member.ForeignUserException if it may not
   */
  public void requireUser(Uid uid, TenantId tenantId, Instant now) {
    users.require(uid, tenantId, performance.load(uid, Optional.empty()).tenantId(), now);
  }

  /**
   * Checks that a tenant may take a user in as a member.
   *
   * @throws dev.maestro.engine.tenant.member.ForeignUserException if somebody else weighs it
   */
  public void requireFree(Uid uid, TenantId tenantId, Instant now) {
    LoadedPerformance loaded = performance.load(uid, Optional.empty());
    boolean isWeighed = loaded.updatedAt().isPresent() || loaded.tenantId().isPresent();
    users.requireFree(uid, tenantId, isWeighed, loaded.tenantId(), now);
  }

  private WeightsDraftBuilder drafting(Uid uid, Instant now) {
    return new WeightsDraftBuilder(journal, settings, users, uid, now);
  }

  private Outcome settle(
      Uid uid,
      Optional<String> tradeId,
      Cause cause,
      Instant now,
      Function<LoadedPerformance, Optional<WeightsDraft>> step) {
    for (int tries = 0; tries < TRIES; tries++) {
      LoadedPerformance loaded = performance.load(uid, tradeId);
      Optional<WeightsDraft> draft = step.apply(loaded);
      if (draft.isEmpty()) {
        if (tradeId.isEmpty() || isSettled(uid, loaded)) {
          return new Outcome(loaded.revision(), false);
        }
        continue;
      }
      WeightsCommit commit = draft.get().commit(uid, loaded, cause, now);
      if (commits.commit(commit)) {
        long revision =
            draft
                .get()
                .reread()
                .map(agents -> confirmed(uid, agents, cause, now))
                .orElse(commit.revision());
        return new Outcome(revision, true);
      }
    }
    throw new UnavailableException(
        "the weights of " + uid + " were written by others " + TRIES + " times in a row");
  }

  /** False if somebody wrote meanwhile: it may have been what the trade was before. */
  private boolean isSettled(Uid uid, LoadedPerformance loaded) {
    return !loaded.isOpenToOldNews() || commits.touch(uid, loaded.updatedAt().orElseThrow());
  }

  /** Reads the same windows again until the journal says what is stored; the revision then. */
  private long confirmed(Uid uid, Set<String> agents, Cause cause, Instant now) {
    WeightsDraftBuilder drafting = drafting(uid, now);
    for (int tries = 0; tries < TRIES; tries++) {
      LoadedPerformance loaded = performance.load(uid, Optional.empty());
      Optional<WeightsDraft> draft = drafting.rebuild(loaded, agents);
      if (draft.isEmpty()) {
        return loaded.revision();
      }
      commits.commit(draft.get().commit(uid, loaded, cause, now));
    }
    throw new UnavailableException(
        "the journal of " + uid + " changed " + TRIES + " times while it was read");
  }
}
