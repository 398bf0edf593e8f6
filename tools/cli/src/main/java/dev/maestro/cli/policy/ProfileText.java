package dev.maestro.cli.policy;

import dev.maestro.engine.policy.ProfileName;
import dev.maestro.engine.policy.TradingPolicy;
import dev.maestro.engine.policy.profile.Category;
import dev.maestro.engine.policy.profile.Parameter;
import dev.maestro.engine.policy.profile.Profile;
import dev.maestro.engine.policy.profile.ProfileResolver;
import dev.maestro.engine.policy.profile.ProfileStyle;
import dev.maestro.engine.policy.profile.ResolvedProfile;
import dev.maestro.engine.policy.profile.ValueSource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Profiles as the text that people read. */
final class ProfileText {
  private ProfileText() {}

  /** One profile: all parameters with their sources, what they lead to, and how to switch. */
  static List<String> lines(ProfileInForce inForce) {
    ResolvedProfile resolved = inForce.resolved();
    Profile profile = resolved.profile();
    List<String> lines = new ArrayList<>();
    lines.add(profile.name() + " profile (" + chosenBy(resolved.nameSource()) + ")");
    for (Category category : Category.values()) {
      lines.add("");
      lines.add(category.title());
      parametersOf(category).forEach(parameter -> lines.add(line(parameter, resolved)));
    }
    lines.add("");
    lines.add("How the rows are read");
    styles(profile.name()).forEach(style -> lines.add("  " + style));
    lines.add("");
    lines.add("In effect, on an account without losses, positions or costs, " + inForce.under());
    MarketPreview.of(inForce).forEach(preview -> lines.add(line(preview)));
    lines.add("");
    lines.addAll(howToSwitch());
    return lines;
  }

  /** The profiles as designed, side by side; lines that differ start with a star. */
  static List<String> comparison(ResolvedProfile active) {
    List<String> lines = new ArrayList<>();
    lines.add(columns(" ", "", List.of(ProfileName.values()), ""));
    for (Category category : Category.values()) {
      lines.add("");
      lines.add(category.title());
      parametersOf(category).forEach(parameter -> lines.add(comparisonLine(parameter)));
    }
    lines.add("");
    lines.add("How the rows are read");
    for (ProfileName name : ProfileName.values()) {
      lines.add("* " + name + ": " + String.join("; ", styles(name)));
    }
    lines.add("");
    lines.add("* the profiles differ. Active: " + active.profile().name() + overrides(active));
    lines.addAll(howToSwitch());
    return lines;
  }

  static List<Parameter> parametersOf(Category category) {
    return List.of(Parameter.values()).stream()
        .filter(parameter -> parameter.category() == category)
        .toList();
  }

  static boolean differs(Parameter parameter) {
    return valuesOf(parameter).stream()
            .map(value -> value instanceof BigDecimal number ? number.stripTrailingZeros() : value)
            .distinct()
            .count()
        > 1;
  }

  /** A value as it is written in configuration. */
  static String show(Object value) {
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }

  /** What {@link ProfileStyle} says, in words. */
  static List<String> styles(ProfileName name) {
    ProfileStyle style = ProfileStyle.of(name);
    return List.of(
        style.trendsByDirection()
            ? "trends take the row of their direction"
            : "trends take BULL in NORMAL volatility, else NORMAL",
        style.highVolatilityAdds()
            ? "HIGH_VOL comes on top of the regime's row"
            : "the tighter of HIGH_VOL and the regime's row stands",
        style.costsAdd()
            ? "high_spread and high_slippage add up"
            : "high_spread and high_slippage count once for either");
  }

  static List<String> howToSwitch() {
    return List.of(
        "To switch: ORCH_PROFILE=SAFE, AGGRESSIVE or STANDARD (CURRENT_PROFILE if that is not"
            + " set),",
        "or profile in the tenant's configuration, which wins over the environment.",
        "To override one value: the parameter's name in the tenant's configuration, or one of",
        String.join(", ", ProfileResolver.VARIABLES.keySet()) + ".");
  }

  private static String chosenBy(ValueSource source) {
    return source == ValueSource.PROFILE ? "the default" : "chosen by: " + source.word();
  }

  private static String line(Parameter parameter, ResolvedProfile resolved) {
    return String.format(
        Locale.ROOT,
        "  %-26s %-16s %-12s %s",
        parameter.key(),
        show(resolved.profile().value(parameter)),
        parameter.unit(),
        resolved.source(parameter).word());
  }

  private static String line(MarketPreview preview) {
    TradingPolicy policy = preview.policy();
    return String.format(
        Locale.ROOT,
        "  %-14s %-7s risk %7s  confidence %.2f  %-8s %-10s %s",
        preview.market(),
        preview.volatility(),
        policy.maxRisk().format(3),
        policy.minConfidence().value(),
        policy.riskProfile(),
        policy.entryMode(),
        policy.exitMode());
  }

  private static String comparisonLine(Parameter parameter) {
    return columns(
        differs(parameter) ? "*" : " ",
        parameter.key(),
        valuesOf(parameter).stream().map(ProfileText::show).toList(),
        parameter.unit());
  }

  private static List<Object> valuesOf(Parameter parameter) {
    return List.of(ProfileName.values()).stream().map(parameter::in).toList();
  }

  private static String columns(String mark, String name, List<?> values, String unit) {
    String line =
        values.stream()
            .map(value -> String.format(Locale.ROOT, "%-16s", value))
            .collect(Collectors.joining(" "));
    return String.format(Locale.ROOT, "%s %-26s %s %s", mark, name, line, unit).stripTrailing();
  }

  private static String overrides(ResolvedProfile active) {
    return active.overridden().entrySet().stream()
        .map(
            entry ->
                ", "
                    + entry.getKey().key()
                    + " "
                    + show(active.profile().value(entry.getKey()))
                    + " by "
                    + entry.getValue().word())
        .collect(Collectors.joining());
  }
}
