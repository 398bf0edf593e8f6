package dev.maestro.engine.reweigh;

import dev.maestro.engine.config.InvalidConfigurationException;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.form.View;
import dev.maestro.engine.journal.AgentWindows;
import dev.maestro.engine.journal.Rejection;
import dev.maestro.engine.journal.RejectionForm;
import dev.maestro.engine.journal.TradeWindow;
import dev.maestro.engine.journal.WindowTrade;
import dev.maestro.engine.journal.WindowTradesForm;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.reweigh.day.DayWeights;
import dev.maestro.engine.reweigh.day.DayWeightsForm;
import dev.maestro.engine.weights.WeightsConfig;
import dev.maestro.engine.weights.WeightsConfigForm;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * How settings and windows are written and read, format 1. Both are read apart: what cannot be read
 * is absent, and is read from the journal or the tenant instead.
 */
public final class PerformanceForm {
  private static final long FORMAT = 1;
  private static final String FORMAT_FIELD = "format";
  private static final String TENANT_ID = "tenant_id";
  private static final String REVISION = "revision";
  private static final String UPDATED_AT = "updated_at";
  private static final String CONFIG = "config";
  private static final String WINDOWS = "windows";
  private static final String REJECTED = "rejected";
  private static final String DAILY = "daily";
  private static final String AGENT_ID = "agent_id";

  private static final View<Map.Entry<String, TradeWindow>> WINDOW =
      View.<Map.Entry<String, TradeWindow>>empty()
          .with(AGENT_ID, Map.Entry::getKey)
          .all(WindowTradesForm.FORM, window -> window.getValue().trades());

  /** Settings and windows after a commit. */
  public static final View<WeightsCommit> VIEW =
      View.<WeightsCommit>empty()
          .with(FORMAT_FIELD, commit -> FORMAT)
          .with(TENANT_ID, WeightsCommit::tenantId)
          .with(REVISION, WeightsCommit::revision)
          .with(CONFIG, commit -> WeightsConfigForm.VIEW.write(commit.config()))
          .with(WINDOWS, PerformanceForm::windows)
          .with(REJECTED, PerformanceForm::rejections)
          .with(DAILY, commit -> commit.daily().map(DayWeightsForm.VIEW::write))
          .with(UPDATED_AT, WeightsCommit::at);

  private PerformanceForm() {}

  /** What can be read of settings and windows that are there. */
  public static LoadedPerformance read(Fields in, Instant updatedAt, Optional<JournalTrade> trade) {
    Optional<WeightsConfig> config = readable(() -> config(in));
    return new LoadedPerformance(
        Optional.of(updatedAt),
        tenant(in),
        revision(in),
        in.reading(UPDATED_AT, Kinds.TIME).value(),
        config,
        config.flatMap(read -> readable(() -> windows(in, read.lookbackTrades()))),
        in.has(DAILY)
            ? readable(() -> DayWeightsForm.read(in.fields(DAILY)))
                .or(() -> Optional.of(DayWeights.UNREADABLE))
            : Optional.empty(),
        trade);
  }

  /** What can be read of whose weights these are, which, and of when: of the weights themselves. */
  public static LoadedPerformance named(Fields weights) {
    return new LoadedPerformance(
        Optional.empty(),
        tenant(weights),
        revision(weights),
        weights.reading(WeightsCommitForm.COMPUTED_AT, Kinds.TIME).value(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static long revision(Fields in) {
    return in.reading(REVISION, Kinds.WHOLE).value().filter(found -> found > 0).orElse(0L);
  }

  private static Optional<TenantId> tenant(Fields in) {
    return in.reading(TENANT_ID, Kinds.TENANT).value();
  }

  private static List<Map<String, Object>> windows(WeightsCommit commit) {
    return commit.windows().byAgent().entrySet().stream().map(WINDOW::write).toList();
  }

  private static List<Map<String, Object>> rejections(WeightsCommit commit) {
    return commit.windows().rejections().values().stream().map(RejectionForm.FORM::write).toList();
  }

  private static <T> Optional<T> readable(Supplier<T> value) {
    try {
      return Optional.of(value.get());
    } catch (UnreadableValueException | InvalidConfigurationException unreadable) {
      return Optional.empty();
    }
  }

  /** Settings that were stored name their mode; those that do not were not stored whole. */
  private static WeightsConfig config(Fields in) {
    Fields config = in.fields(CONFIG);
    if (!WeightsConfigForm.hasMode(config)) {
      throw in.missing(CONFIG, "whole");
    }
    return WeightsConfig.of(config);
  }

  private static AgentWindows windows(Fields in, int capacity) {
    if (in.get(FORMAT_FIELD, Kinds.WHOLE) != FORMAT) {
      throw in.wrong(FORMAT_FIELD, String.valueOf(FORMAT), in.get(FORMAT_FIELD, Kinds.WHOLE));
    }
    SortedMap<String, TradeWindow> windows = new TreeMap<>();
    for (Fields window : in.require(WINDOWS).list(WINDOWS)) {
      windows.put(window.get(AGENT_ID, Kinds.TEXT), window(window, capacity));
    }
    Map<String, Rejection> rejections = new LinkedHashMap<>();
    in.get(REJECTED, Kinds.list(RejectionForm.FORM), List.of())
        .forEach(rejection -> rejections.put(rejection.tradeId(), rejection));
    return new AgentWindows(capacity, windows, rejections);
  }

  private static TradeWindow window(Fields in, int capacity) {
    List<WindowTrade> trades = WindowTradesForm.FORM.read(in);
    if (trades.size() > capacity) {
      throw in.wrong(AGENT_ID, "of a window of at most " + capacity + " trades", trades.size());
    }
    return TradeWindow.rebuild(capacity, trades);
  }
}
