package dev.maestro.engine.tenant.shown;

import dev.maestro.engine.form.View;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.port.RefusedInputException;
import dev.maestro.engine.tenant.TenantConfig;
import dev.maestro.engine.tenant.settings.ConfigInForce;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answer to the question what a tenant is configured to.
 *
 * @param inForce empty: no version can be used
 * @param errors of the newest version; empty where that is in force
 * @param shown empty where nothing is in force
 */
public record ConfigAnswer(
    Optional<ConfigInForce> inForce, List<String> errors, ShownConfig shown) {
  private static final View<ConfigAnswer> VIEW =
      View.<ConfigAnswer>empty()
          .with("version", answer -> answer.inForce().map(ConfigInForce::version))
          .with("hash", answer -> answer.inForce().map(known -> known.config().hash()))
          .with("errors", ConfigAnswer::errors)
          .with("sections", answer -> answer.shown().bySection());

  /** Keeps its own list. */
  public ConfigAnswer {
    errors = List.copyOf(errors);
  }

  /**
   * What is in force, and with which variables it was read.
   *
   * @param section the only one to show; empty: all of them
   * @throws RefusedInputException if there is no such section
   */
  public static ConfigAnswer of(
      ConfigInForce inForce, Map<String, String> environment, Optional<String> section)
      throws RefusedInputException {
    check(section);
    ShownConfig whole = ShownConfig.of(inForce.config(), environment);
    return new ConfigAnswer(
        Optional.of(inForce), inForce.errors(), section.map(whole::section).orElse(whole));
  }

  /** No version can be used. */
  public static ConfigAnswer unusable(List<String> errors) {
    return new ConfigAnswer(Optional.empty(), errors, new ShownConfig(List.of()));
  }

  /** For programs. */
  public Written written() {
    return VIEW.written(this);
  }

  private static void check(Optional<String> section) throws RefusedInputException {
    if (section.filter(name -> !TenantConfig.SECTIONS.contains(name)).isPresent()) {
      throw new RefusedInputException(
          "section",
          "section must be one of "
              + String.join(", ", TenantConfig.SECTIONS)
              + ", got '"
              + section.get()
              + "'");
    }
  }
}
