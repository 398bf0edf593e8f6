package dev.maestro.engine.capital.sizing;

import dev.maestro.engine.number.Money;

/**
 * A bound that made an entry smaller.
 *
 * @param from the notional before, cut down to the cent
 * @param to the bound, cut down to the cent
 */
public record NotionalCut(CutCode code, Money from, Money to) {}
