package dev.maestro.engine.policy.gather;

import dev.maestro.engine.policy.input.PolicyInputs;
import java.util.List;

/**
 * The inputs of one evaluation, and how they came about.
 *
 * @param inputs without global policy, kill switch and latch, which others keep
 * @param rows one per {@link InputName}, in its order
 */
public record GatheredInputs(PolicyInputs inputs, List<GatheredInput> rows) {
  /** Keeps its own list. */
  public GatheredInputs {
    rows = List.copyOf(rows);
  }

  /** The row of one input. */
  public GatheredInput row(InputName name) {
    return rows.stream().filter(row -> row.name() == name).findFirst().orElseThrow();
  }
}
