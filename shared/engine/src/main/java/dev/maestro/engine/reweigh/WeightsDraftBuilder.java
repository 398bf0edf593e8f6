package dev.maestro.engine.reweigh;

import dev.maestro.engine.journal.AgentWindows;
import dev.maestro.engine.journal.TradeReader;
import dev.maestro.engine.journal.TradeReading;
import dev.maestro.engine.journal.TradeWindow;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.reweigh.window.JournalWindows;
import dev.maestro.engine.reweigh.window.ReadJournalPort;
import dev.maestro.engine.reweigh.window.WindowMerge;
import dev.maestro.engine.tenant.LookBack;
import dev.maestro.engine.tenant.member.TenantUsers;
import dev.maestro.engine.weights.WeightsConfig;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** From what was read to what is to be written: one step of one user. */
final class WeightsDraftBuilder {
  private final ReadJournalPort journal;
  private final LoadWeightsConfigPort settings;
  private final TenantUsers users;
  private final Uid uid;
  private final Instant now;

  WeightsDraftBuilder(
      ReadJournalPort journal,
      LoadWeightsConfigPort settings,
      TenantUsers users,
      Uid uid,
      Instant now) {
    this.journal = journal;
    this.settings = settings;
    this.users = users;
    this.uid = uid;
    this.now = now;
  }

  /** The trade as it is now, applied; without windows to apply it to, a rebuild. */
  Optional<WeightsDraft> follow(LoadedPerformance loaded, String tradeId) {
    TradeReading reading = reading(loaded, tradeId);
    if (loaded.windows().isEmpty() || loaded.config().isEmpty()) {
      return listing(whole(loaded), tradeId, reading).unlessNothing(loaded, now);
    }
    WeightsConfig config = loaded.config().get();
    AgentWindows.Update update =
        loaded.windows().get().apply(tradeId, reading, Set.copyOf(config.agentIds()));
    WeightsDraft draft =
        new WeightsDraft(loaded.tenantOf(uid), config, update.windows(), Optional.empty());
    return (update.agentsToRebuild().isEmpty() ? draft : part(draft, update.agentsToRebuild()))
        .unlessStored(loaded, now);
  }

  /** The trade as it is now, if it counts and no cycle of its tenant may look for it any more. */
  Optional<LateTrade> late(LoadedPerformance loaded, String tradeId) {
    return countedAt(loaded, tradeId)
        .filter(closedAt -> LookBack.isLate(closedAt, now))
        .flatMap(closedAt -> loaded.trade())
        .flatMap(
            trade ->
                loaded.tenantOfTrade(uid).map(tenant -> new LateTrade(tenant, trade.updatedAt())));
  }

  /** When the trade was closed, if it is usable, or lost. */
  private Optional<Instant> countedAt(LoadedPerformance loaded, String tradeId) {
    if (reading(loaded, tradeId) instanceof TradeReading.Usable usable) {
      return Optional.of(usable.trade().closedAt());
    }
    return loaded
        .trade()
        .flatMap(trade -> TradeReader.loss(trade.document(), now))
        .map(TradeReader.Loss::closedAt);
  }

  /**
   * Windows from the journal, under the settings in use.
   *
   * @param agents whose; empty: everybody's
   */
  Optional<WeightsDraft> rebuild(LoadedPerformance loaded, Set<String> agents) {
    boolean isPart = !agents.isEmpty() && loaded.windows().isPresent();
    if (!isPart || loaded.config().isEmpty()) {
      return whole(loaded).unlessNothing(loaded, now);
    }
    WeightsDraft stored =
        new WeightsDraft(
            loaded.tenantOf(uid), loaded.config().get(), loaded.windows().get(), Optional.empty());
    return part(stored, agents).unlessStored(loaded, now);
  }

  /**
   * Other settings: the windows cut to them, or read again if they need what is not stored.
   *
   * @throws dev.maestro.engine.tenant.member.ForeignUserException if the user is not the tenant's
   */
  Optional<WeightsDraft> configure(
      LoadedPerformance loaded, TenantId tenant, WeightsConfig config) {
    users.require(uid, tenant, loaded.tenantId(), now);
    Optional<TenantId> named = Optional.of(tenant);
    boolean isStored =
        loaded.windows().isPresent()
            && loaded.config().filter(old -> covers(old, config)).isPresent();
    if (!isStored) {
      return whole(loaded, named, config).unlessStored(loaded, now);
    }
    AgentWindows windows =
        loaded.windows().get().narrowed(config.lookbackTrades(), Set.copyOf(config.agentIds()));
    return new WeightsDraft(named, config, windows, Optional.empty()).unlessStored(loaded, now);
  }

  /** Whoever does not belong to the tenant any more leaves its settings there, too. */
  private WeightsDraft whole(LoadedPerformance loaded) {
    Optional<TenantId> tenant = users.home(uid, loaded.tenantId(), loaded.namedByTrade(), now);
    boolean isMoved = loaded.tenantId().isPresent() && !loaded.tenantId().equals(tenant);
    return whole(
        loaded, tenant, loaded.config().filter(old -> !isMoved).orElseGet(() -> settings(tenant)));
  }

  private WeightsConfig settings(Optional<TenantId> tenant) {
    return tenant.map(of -> settings.load(of, now)).orElse(WeightsConfig.DEFAULTS);
  }

  private WeightsDraft whole(
      LoadedPerformance loaded, Optional<TenantId> tenant, WeightsConfig config) {
    AgentWindows none = AgentWindows.empty(config.lookbackTrades());
    AgentWindows stored =
        new AgentWindows(
            none.capacity(), none.byAgent(), loaded.windows().orElse(none).rejections());
    JournalWindows read =
        journal.read(uid, Set.copyOf(config.agentIds()), config.lookbackTrades(), now);
    return new WeightsDraft(
        tenant, config, WindowMerge.merge(stored, read, part(config)), Optional.of(Set.of()));
  }

  private static WindowMerge.Part part(WeightsConfig config) {
    return config.agentIds().isEmpty()
        ? WindowMerge.Part.WHOLE_JOURNAL
        : WindowMerge.Part.ALL_THAT_COUNT;
  }

  private WeightsDraft part(WeightsDraft draft, Set<String> agents) {
    int lookback = draft.config().lookbackTrades();
    JournalWindows read = journal.read(uid, agents, lookback, now);
    Map<String, TradeWindow> gone = new TreeMap<>();
    agents.forEach(agent -> gone.put(agent, TradeWindow.empty(lookback)));
    AgentWindows merged =
        WindowMerge.merge(draft.windows().withRebuilt(gone), read, WindowMerge.Part.SOME_AGENTS);
    return new WeightsDraft(draft.tenantId(), draft.config(), merged, Optional.of(agents));
  }

  /** A rebuild meets only what its queries meet; the trade at hand is listed in any case. */
  private static WeightsDraft listing(WeightsDraft draft, String tradeId, TradeReading reading) {
    if (!(reading instanceof TradeReading.Rejected)
        || draft.windows().rejections().containsKey(tradeId)) {
      return draft;
    }
    AgentWindows windows = draft.windows().apply(tradeId, reading, Set.of()).windows();
    return new WeightsDraft(draft.tenantId(), draft.config(), windows, draft.reread());
  }

  private static boolean covers(WeightsConfig old, WeightsConfig next) {
    boolean sameOrFewer =
        old.agentIds().isEmpty()
            || (!next.agentIds().isEmpty() && old.agentIds().containsAll(next.agentIds()));
    return sameOrFewer && next.lookbackTrades() <= old.lookbackTrades();
  }

  private TradeReading reading(LoadedPerformance loaded, String tradeId) {
    return loaded
        .trade()
        .map(trade -> TradeReader.readStored(trade.document(), tradeId, now))
        .orElse(new TradeReading.Open(tradeId));
  }
}
