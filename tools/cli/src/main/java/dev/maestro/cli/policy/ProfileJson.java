package dev.maestro.cli.policy;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.View;
import dev.maestro.engine.policy.ProfileName;
import dev.maestro.engine.policy.TradingPolicyForm;
import dev.maestro.engine.policy.profile.Parameter;
import dev.maestro.engine.policy.profile.ResolvedProfile;
import java.util.Arrays;
import java.util.List;

/** Profiles as plain values for JSON. */
final class ProfileJson {
  private static final View<MarketPreview> PREVIEW =
      View.<MarketPreview>empty()
          .with("market", MarketPreview::market)
          .with("volatility", MarketPreview::volatility)
          .all(TradingPolicyForm.LIMITS, MarketPreview::policy);

  private static final View<Parameter> PARAMETER =
      View.<Parameter>empty()
          .with("name", Parameter::key)
          .with("category", parameter -> parameter.category().title())
          .with("unit", Parameter::unit);

  private static final View<Resolved> VALUE =
      View.<Resolved>empty()
          .all(PARAMETER, Resolved::parameter)
          .with("value", row -> plain(row.of().profile().value(row.parameter())))
          .with("source", row -> row.of().source(row.parameter()).word());

  private static final View<Parameter> COMPARED = compared().with("differs", ProfileText::differs);

  /** One profile, with the source of every value and what they lead to. */
  static final View<ProfileInForce> PROFILE =
      View.<ProfileInForce>empty()
          .with("profile", inForce -> inForce.resolved().profile().name())
          .with("source", inForce -> inForce.resolved().nameSource().word())
          .with("parameters", inForce -> values(inForce.resolved()))
          .with("styles", inForce -> ProfileText.styles(inForce.resolved().profile().name()))
          .with("global_policy", inForce -> inForce.global().map(Fields::values))
          .with(
              "effective",
              inForce -> MarketPreview.of(inForce).stream().map(PREVIEW::write).toList())
          .with("how_to_switch", inForce -> String.join(" ", ProfileText.howToSwitch()));

  /** The profiles as designed, side by side. */
  static final View<ResolvedProfile> COMPARISON =
      View.<ResolvedProfile>empty()
          .with("active", resolved -> resolved.profile().name())
          .with(
              "parameters",
              resolved -> Arrays.stream(Parameter.values()).map(COMPARED::write).toList());

  private record Resolved(ResolvedProfile of, Parameter parameter) {}

  private ProfileJson() {}

  private static View<Parameter> compared() {
    View<Parameter> view = View.<Parameter>empty().all(PARAMETER, parameter -> parameter);
    for (ProfileName name : ProfileName.values()) {
      view = view.with(name.name(), parameter -> plain(parameter.in(name)));
    }
    return view;
  }

  private static List<?> values(ResolvedProfile resolved) {
    return Arrays.stream(Parameter.values())
        .map(parameter -> VALUE.write(new Resolved(resolved, parameter)))
        .toList();
  }

  /** Numbers stay numbers, words become text. */
  private static Object plain(Object value) {
    return value instanceof Number ? value : value.toString();
  }
}
