package dev.maestro.engine.tenant;

import dev.maestro.engine.capital.CapitalConfig;
import dev.maestro.engine.capital.CapitalConfigForm;
import dev.maestro.engine.config.ConfigRules;
import dev.maestro.engine.config.InvalidConfigurationException;
import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.form.View;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * How a tenant's capital is given: the section {@code capital}.
 *
 * @param probationWeight what an agent without a weight has in strict mode, a fraction
 * @param journal who writes closed trades into the journal
 */
public record CapitalSettings(
    CapitalConfig config, BigDecimal probationWeight, JournalWriter journal) {
  /** Who writes closed trades into the journal. */
  public enum JournalWriter {
    /** The ledger, with the fill that closes. */
    LEDGER,
    /** The executors themselves. */
    EXECUTOR
  }

  private static final Field<CapitalSettings, BigDecimal> PROBATION_WEIGHT =
      Field.withDefault(
          "probation_weight", Kinds.DECIMAL, BigDecimal.ZERO, CapitalSettings::probationWeight);
  private static final Field<CapitalSettings, JournalWriter> JOURNAL =
      Field.withDefault(
          "journal",
          Kinds.word(JournalWriter.class),
          JournalWriter.LEDGER,
          CapitalSettings::journal);

  /** What is shown of it, under the names by which it is set. */
  public static final View<CapitalSettings> VIEW =
      View.<CapitalSettings>empty()
          .all(CapitalConfigForm.FORM, CapitalSettings::config)
          .with(PROBATION_WEIGHT.name(), CapitalSettings::probationWeight)
          .with(JOURNAL.name(), CapitalSettings::journal);

  /** Checks the weight. */
  public CapitalSettings {
    new ConfigRules().within(PROBATION_WEIGHT.name(), probationWeight, "0", "1").check();
  }

  /**
   * Reads the section.
   *
   * @throws InvalidConfigurationException naming the key
   */
  static CapitalSettings of(Fields values) {
    List<String> names = new ArrayList<>(CapitalConfigForm.FORM.names());
    names.add(PROBATION_WEIGHT.name());
    names.add(JOURNAL.name());
    try {
      values.only(names);
      return new CapitalSettings(
          CapitalConfigForm.FORM.read(values), PROBATION_WEIGHT.in(values), JOURNAL.in(values));
    } catch (UnreadableValueException unreadable) {
      throw new InvalidConfigurationException(List.of(String.valueOf(unreadable.getMessage())));
    }
  }
}
