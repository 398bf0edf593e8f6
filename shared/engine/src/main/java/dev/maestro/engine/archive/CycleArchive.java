package dev.maestro.engine.archive;

import dev.maestro.engine.archive.value.UnusableValueException;
import dev.maestro.engine.audit.CanonicalBytes;
import dev.maestro.engine.audit.CanonicalReader;
import dev.maestro.engine.cycle.Cycle;
import dev.maestro.engine.cycle.CycleOutcome;
import dev.maestro.engine.cycle.PolicyStage;
import dev.maestro.engine.cycle.input.CycleInput;
import dev.maestro.engine.cycle.input.CycleSettings;
import dev.maestro.engine.systemic.RiskInputs;
import dev.maestro.engine.verdict.DecidedSignal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that one cycle was decided from, so that it can be decided again: what the global and the
 * trading policy came from, and what the other steps knew. What strategies in process said and
 * loaded checks answered stands in it as it came; nobody is asked again.
 *
 * @param policy of steps 1 and 2; empty: both were decided elsewhere
 * @param given what permitted the cycle; there if and only if {@code policy} is empty
 * @param occasion without the hash of this input
 */
public record CycleArchive(
    Optional<PolicyStage.Input> policy,
    Optional<CycleInput.Permission> given,
    CycleInput.Occasion occasion,
    CycleInput.Team team,
    CycleInput.Funds funds,
    RiskInputs risk,
    CycleSettings settings) {
  private static final String ENGINE = "engine";
  private static final String INPUT = "input";

  /** Of a dozen strategies; a longer one grows a few times. */
  private static final int EXPECTED_LENGTH = 64 * 1024;

  /** Checks that one of the two says what permitted it. */
  public CycleArchive {
    if (policy.isPresent() == given.isPresent()) {
      throw new IllegalArgumentException("a policy is decided or given, and not both");
    }
  }

  /** Of a cycle that is about to be decided. */
  public static CycleArchive of(
      PolicyStage.Outcome stage, CycleInput input, CycleSettings settings) {
    return new CycleArchive(
        stage.input(),
        stage.input().isPresent() ? Optional.empty() : Optional.of(input.permission()),
        input.occasion().named(""),
        input.team(),
        input.funds(),
        input.risk(),
        settings);
  }

  /** The one text of it: canonical JSON of its engine and of itself. */
  public String text() {
    return written().text();
  }

  /** The same as it is hashed and packed. */
  CanonicalBytes written() {
    CanonicalBytes out = new CanonicalBytes(EXPECTED_LENGTH);
    out.ascii('{');
    out.quoted(ENGINE);
    out.ascii(':');
    out.quoted(settings.engineVersion());
    out.ascii(',');
    out.quoted(INPUT);
    out.ascii(':');
    ArchiveTypes.CYCLE.write(this, out);
    out.ascii('}');
    return out;
  }

  /**
   * Reads a text.
   *
   * @param engineVersion who reads
   * @throws UnusableArchiveException if another engine wrote it, or another build of this one
   */
  public static CycleArchive read(String text, String engineVersion) {
    try {
      Object plain = CanonicalReader.read(text);
      if (!(plain instanceof Map<?, ?> map) || !(map.get(ENGINE) instanceof String engine)) {
        throw new UnusableArchiveException(
            ArchiveFault.UNREADABLE, "the input does not say which engine it was for");
      }
      if (!engine.equals(engineVersion)) {
        throw new UnusableArchiveException(
            ArchiveFault.OTHER_ENGINE,
            "engine " + engine + " decided it and this is " + engineVersion + ": use that one");
      }
      Object input = map.get(INPUT);
      return ArchiveTypes.CYCLE.read(input == null ? Optional.empty() : input);
    } catch (UnusableValueException | IllegalArgumentException unreadable) {
      throw new UnusableArchiveException(
          ArchiveFault.UNREADABLE,
          "another build of engine " + engineVersion + " wrote it: " + unreadable.getMessage());
    }
  }

  /**
   * What the cycle was run with.
   *
   * @param hash of this input, which its record names
   */
  public CycleInput input(String hash) {
    return new CycleInput(occasion.named(hash), team, permission(), funds, risk);
  }

  private CycleInput.Permission permission() {
    return policy
        .map(asked -> PolicyStage.decide(asked).permission(asked.control(), asked.metaConfig()))
        .or(() -> given)
        .orElseThrow();
  }

  /** The signals as they would leave, and nothing beside them. */
  public List<DecidedSignal> signals() {
    return Cycle.signals(input(""), settings);
  }

  /**
   * Decides it again.
   *
   * @param hash of this input, which its record names
   */
  public CycleOutcome decide(String hash) {
    return Cycle.run(input(hash), settings);
  }
}
