package dev.maestro.engine.capital.command;

import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.capital.sizing.NotionalCut;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Money;
import java.util.List;
import java.util.Optional;

/** What an answer gives back beside its code. */
public sealed interface AnswerDetail {
  /** Nothing. */
  record None() implements AnswerDetail {}

  /** Of RESERVED for an entry. */
  record EntryReserved(Money notional, List<NotionalCut> cuts) implements AnswerDetail {}

  /** Of NO_CAPITAL: the bounds that left too little. */
  record TooLittle(List<NotionalCut> cuts) implements AnswerDetail {}

  /**
   * Of RESERVED for an exit.
   *
   * @param cancel entries whose orders are to be cancelled at the broker, sorted
   */
  record ExitReserved(Quantity quantity, OrderSide side, List<Nonce> cancel)
      implements AnswerDetail {}

  /**
   * Of GRANTED.
   *
   * @param quantity of an exit; an entry has its notional
   * @param repeated true if the same token had it before: look among the broker's orders first
   */
  record Granted(Optional<Quantity> quantity, boolean repeated) implements AnswerDetail {}

  /**
   * Of a report.
   *
   * @param cancel true for an entry that may not go on: cancel its order at the broker
   */
  record Reported(boolean cancel) implements AnswerDetail {}

  /**
   * Of SETTLED.
   *
   * @param changed sorted
   */
  record Settled(List<Nonce> changed) implements AnswerDetail {}

  /**
   * Of an accepted snapshot.
   *
   * @param drift symbols whose holdings differ from the broker's, sorted
   */
  record Compared(List<Symbol> drift) implements AnswerDetail {}

  /** Of an accepted control. */
  record Fenced(long fence) implements AnswerDetail {}
}
