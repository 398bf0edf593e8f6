package dev.maestro.engine.policy;

import dev.maestro.engine.name.Symbol;
import java.util.List;

/**
 * Which symbols may be entered.
 *
 * @param allowed in the order given, without duplicates
 * @param disallowed likewise; they win over the allowed ones
 * @param unlisted what a symbol gets that stands in neither list
 */
public record SymbolLists(List<Symbol> allowed, List<Symbol> disallowed, SymbolsDefault unlisted) {
  /** Takes copies of the lists. */
  public SymbolLists {
    allowed = List.copyOf(allowed);
    disallowed = List.copyOf(disallowed);
  }

  /** No symbol is listed. */
  public static SymbolLists none(SymbolsDefault unlisted) {
    return new SymbolLists(List.of(), List.of(), unlisted);
  }
}
