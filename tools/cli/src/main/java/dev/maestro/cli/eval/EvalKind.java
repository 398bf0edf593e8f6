package dev.maestro.cli.eval;

import dev.maestro.engine.form.Fields;
import java.util.Map;

/** One rule set of the engine, from the plain values of a case to those of its result. */
@FunctionalInterface
interface EvalKind {
  /**
   * Evaluates one case.
   *
   * @throws IllegalArgumentException naming the field that cannot be read
   */
  Map<String, Object> evaluate(Fields input);
}
