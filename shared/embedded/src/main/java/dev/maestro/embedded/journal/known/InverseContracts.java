package dev.maestro.embedded.journal.known;

import dev.maestro.embedded.journal.format.ExportFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Contracts whose margin and P&amp;L are in the coin, by the names that their exchanges give them.
 * In an export of linear contracts such a P&amp;L would be taken for dollars.
 */
public final class InverseContracts {
  /** Bybit: {@code BTCUSD} and its quarters {@code BTCUSDH25}; linear are BTCUSDT, BTCPERP. */
  private static final Pattern BYBIT = Pattern.compile("[A-Z0-9]+USD([FGHJKMNQUVXZ]\\d{2})?");

  /** Binance: {@code BTCUSD_PERP}, {@code BTCUSD_250627}; linear are BTCUSDT, BTCUSDT_250627. */
  private static final Pattern BINANCE = Pattern.compile("[A-Z0-9]+USD_(PERP|\\d{6})");

  private static final Map<String, Pattern> OF_FORMAT =
      Map.of("bybit", BYBIT, "bybit-api", BYBIT, "binance", BINANCE);

  private InverseContracts() {}

  /** The names of inverse contracts in an export; empty where it has none. */
  public static Optional<Pattern> of(ExportFormat format) {
    return Optional.ofNullable(OF_FORMAT.get(format.name()));
  }
}
