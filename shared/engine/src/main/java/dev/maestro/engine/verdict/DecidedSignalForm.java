package dev.maestro.engine.verdict;

import dev.maestro.engine.audit.CanonicalJson;
import dev.maestro.engine.form.View;
import dev.maestro.engine.number.Money;
import dev.maestro.engine.throttle.mode.ThrottleMode;

/** How a decided signal stands in the record of decisions; only the record's hash reads it back. */
public final class DecidedSignalForm {
  private static final View<Cut> CUT =
      View.<Cut>empty().with("code", Cut::code).with("from", Cut::from).with("to", Cut::to);

  /**
   * All of it, by name; an override shows only on what was overridden, a version where one is
   * named.
   */
  public static final View<DecidedSignal> RECORD =
      View.<DecidedSignal>empty()
          .with("action", DecidedSignal::action)
          .with("agent_id", decided -> decided.identity().agentId())
          .with("allocation", DecidedSignal::allocation)
          .with("asset_class", decided -> decided.signal().assetClass())
          .with("confidence", DecidedSignal::confidence)
          .with("cuts", decided -> decided.cuts().stream().map(CUT::write).toList())
          .with("error", decided -> decided.signal().error().or(decided.signal()::entryError))
          .with("expires_at", decided -> CanonicalJson.time(decided.signal().expiresAt()))
          .with("generated_at", decided -> CanonicalJson.time(decided.signal().generatedAt()))
          .with("identity_timestamp", decided -> CanonicalJson.time(decided.identity().timestamp()))
          .with("metadata", decided -> decided.signal().metadata())
          .with("mode", DecidedSignal::mode)
          .with("nonce", decided -> decided.identity().nonce())
          .with("notional", decided -> decided.notional().map(Money::value))
          .ifPresent(
              "original_action",
              decided -> decided.overrideReason().map(reason -> decided.signal().action()))
          .with("original_allocation", decided -> decided.signal().allocation())
          .ifPresent("override_reason", DecidedSignal::overrideReason)
          .with("price", decided -> decided.signal().price())
          .with("quantity", DecidedSignal::exitQuantity)
          .with("reasoning", decided -> decided.signal().reasoning())
          .with("reasons", decided -> decided.verdict().codes())
          .with("reduce_only", DecidedSignal::isExit)
          .with("session_id", decided -> decided.identity().sessionId())
          .with("shadow_mode", DecidedSignalForm::isShadow)
          .with("signal_id", decided -> decided.signal().signalId())
          .with("stop_price", decided -> decided.signal().stopPrice())
          .with("strategy", decided -> decided.signal().strategy())
          .with("symbol", DecidedSignal::symbol)
          .with("verdict", decided -> decided.verdict().outcome())
          .with("verdict_text", decided -> decided.verdict().sentence())
          .ifPresent("version", DecidedSignal::version)
          .with("weight_multiplier", decided -> decided.mode().map(ThrottleMode::multiplier));

  private DecidedSignalForm() {}

  private static boolean isShadow(DecidedSignal decided) {
    return decided.mode().filter(mode -> mode == ThrottleMode.SHADOW_MODE).isPresent();
  }
}
