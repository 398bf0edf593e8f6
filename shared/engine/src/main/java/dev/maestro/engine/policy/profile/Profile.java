package dev.maestro.engine.policy.profile;

import dev.maestro.engine.config.ConfigRules;
import dev.maestro.engine.number.Fraction;
import dev.maestro.engine.number.Percent;
import dev.maestro.engine.policy.EntryMode;
import dev.maestro.engine.policy.ExitMode;
import dev.maestro.engine.policy.ProfileName;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** A profile with the values it takes effect with; immutable, and free of contradictions. */
public final class Profile {
  private static final Map<ProfileName, Profile> AS_DESIGNED = asDesigned();

  private final ProfileName name;
  private final Map<Parameter, Object> values;
  private final Map<Parameter, Double> numbers = new EnumMap<>(Parameter.class);
  private final Map<MarketRow, RegimeRow> rows = new EnumMap<>(MarketRow.class);

  private Profile(ProfileName name, Map<Parameter, Object> values) {
    this.name = name;
    this.values = new EnumMap<>(values);
    values.forEach((parameter, value) -> numbers.put(parameter, asNumber(value)));
    for (MarketRow row : MarketRow.values()) {
      rows.put(row, readRow(row));
    }
  }

  /** The profile as designed, nothing overridden. */
  public static Profile of(ProfileName name) {
    return Objects.requireNonNull(AS_DESIGNED.get(name));
  }

  /**
   * The profile with other values.
   *
   * @param overrides each of the type that its parameter has
   * @throws dev.maestro.engine.config.InvalidConfigurationException if values contradict each other
   */
  public static Profile of(ProfileName name, Map<Parameter, Object> overrides) {
    if (overrides.isEmpty()) {
      return of(name);
    }
    Map<Parameter, Object> values = new EnumMap<>(of(name).values);
    values.putAll(overrides);
    Profile profile = new Profile(name, values);
    profile.checkThresholds();
    return profile;
  }

  /** Which profile it is. */
  public ProfileName name() {
    return name;
  }

  /** How it reads its numbers. */
  public ProfileStyle style() {
    return ProfileStyle.of(name);
  }

  /** The value in effect: a {@link BigDecimal} or a constant of a set of words. */
  public Object value(Parameter parameter) {
    return Objects.requireNonNull(values.get(parameter));
  }

  /** The value in effect of a number, in the unit of its parameter. */
  public double number(Parameter parameter) {
    return Objects.requireNonNull(numbers.get(parameter));
  }

  /** The value in effect of a whole number. */
  public int count(Parameter parameter) {
    return (int) number(parameter);
  }

  /** What it does in a state of the market. */
  public RegimeRow row(MarketRow row) {
    return Objects.requireNonNull(rows.get(row));
  }

  /** Confidence that a signal needs before anything is added. */
  public Fraction baseConfidence() {
    return new Fraction(number(Parameter.BASE_CONFIDENCE));
  }

  /** Risk of a trade before anything is multiplied. */
  public Percent baseRisk() {
    return new Percent(number(Parameter.BASE_RISK_PCT));
  }

  private static Map<ProfileName, Profile> asDesigned() {
    Map<ProfileName, Profile> profiles = new EnumMap<>(ProfileName.class);
    for (ProfileName name : ProfileName.values()) {
      Map<Parameter, Object> values = new EnumMap<>(Parameter.class);
      for (Parameter parameter : Parameter.values()) {
        values.put(parameter, parameter.in(name));
      }
      profiles.put(name, new Profile(name, values));
    }
    return profiles;
  }

  private RegimeRow readRow(MarketRow row) {
    return new RegimeRow(
        number(row.risk),
        number(row.confidence),
        (EntryMode) value(row.entry),
        (ExitMode) value(row.exit));
  }

  private void checkThresholds() {
    Object high = value(Parameter.HIGH_VOL_THRESHOLD);
    Object extreme = value(Parameter.EXTREME_VOL_THRESHOLD);
    new ConfigRules()
        .require(
            number(Parameter.HIGH_VOL_THRESHOLD) < number(Parameter.EXTREME_VOL_THRESHOLD),
            "high_vol_threshold must be below extreme_vol_threshold, got "
                + high
                + " and "
                + extreme)
        .check();
  }

  private static double asNumber(Object value) {
    return value instanceof BigDecimal decimal ? decimal.doubleValue() : 0;
  }
}
