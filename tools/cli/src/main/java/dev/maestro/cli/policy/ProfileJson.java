package dev.maestro.cli.policy;

import dev.maestro.engine.policy.ProfileName;
import dev.maestro.engine.policy.profile.Parameter;
import dev.maestro.engine.policy.profile.ResolvedProfile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Profiles as plain values for JSON. */
final class ProfileJson {
  private ProfileJson() {}

  /** One profile, with the source of every value and what they lead to. */
  static Map<String, Object> of(ResolvedProfile resolved) {
    List<Object> parameters = new ArrayList<>();
    for (Parameter parameter : Parameter.values()) {
      Map<String, Object> json = describe(parameter);
      json.put("value", plain(resolved.profile().value(parameter)));
      json.put("source", resolved.source(parameter).word());
      parameters.add(json);
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("profile", resolved.profile().name().name());
    json.put("source", resolved.nameSource().word());
    json.put("parameters", parameters);
    json.put("styles", ProfileText.styles(resolved.profile().name()));
    json.put("effective", effective(resolved));
    json.put("how_to_switch", String.join(" ", ProfileText.howToSwitch()));
    return json;
  }

  /** The profiles as designed, side by side. */
  static Map<String, Object> comparison(ResolvedProfile active) {
    List<Object> parameters = new ArrayList<>();
    for (Parameter parameter : Parameter.values()) {
      Map<String, Object> json = describe(parameter);
      for (ProfileName name : ProfileName.values()) {
        json.put(name.name(), plain(parameter.in(name)));
      }
      json.put("differs", ProfileText.differs(parameter));
      parameters.add(json);
    }
    return Map.of("active", active.profile().name().name(), "parameters", parameters);
  }

  private static Map<String, Object> describe(Parameter parameter) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", parameter.key());
    json.put("category", parameter.category().title());
    json.put("unit", parameter.unit());
    return json;
  }

  private static List<Object> effective(ResolvedProfile resolved) {
    List<Object> rows = new ArrayList<>();
    for (MarketPreview preview : MarketPreview.of(resolved.profile())) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("market", preview.market());
      json.put("volatility", preview.volatility().name());
      json.put("max_risk_pct", preview.policy().maxRisk().value());
      json.put("min_confidence", preview.policy().minConfidence().value());
      json.put("risk_profile", preview.policy().riskProfile().name());
      json.put("entry_mode", preview.policy().entryMode().name());
      json.put("exit_mode", preview.policy().exitMode().name());
      rows.add(json);
    }
    return rows;
  }

  /** Numbers stay numbers, words become text. */
  private static Object plain(Object value) {
    return value instanceof Number ? value : value.toString();
  }
}
