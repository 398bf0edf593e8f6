package dev.maestro.cli.eval;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Written;

/** One rule set of the engine, from the plain values of a case to those of its result. */
@FunctionalInterface
interface EvalKind {
  /**
   * Evaluates one case.
   *
   * @throws IllegalArgumentException naming the field that cannot be read
   */
  Written evaluate(Fields input);
}
