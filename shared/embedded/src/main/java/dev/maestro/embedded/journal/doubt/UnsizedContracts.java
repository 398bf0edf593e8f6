package dev.maestro.embedded.journal.doubt;

import dev.maestro.embedded.journal.known.ContractSizes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Futures and options whose multiplier nobody says, in rows without an exit price: their P&amp;L is
 * 50 or 100 times too large for their capital, and no price tells.
 */
final class UnsizedContracts {
  private static final int NAMED = 5;
  private static final int MOST = 1_000;

  /** The symbol of an option by the OCC: root, day, call or put, strike. */
  private static final Pattern OPTION = Pattern.compile("[A-Z]{1,6} *\\d{6}[CP]\\d{8}");

  private static final BigDecimal UNITS_OF_OPTION = BigDecimal.valueOf(100);

  private final Map<String, BigDecimal> sizes = new TreeMap<>();
  private String last = "";

  void add(String instrument) {
    if (instrument.equals(last) || sizes.size() >= MOST) {
      return;
    }
    last = instrument;
    sizeOf(instrument).ifPresent(size -> sizes.put(instrument, size));
  }

  private static Optional<BigDecimal> sizeOf(String instrument) {
    return OPTION.matcher(instrument).matches()
        ? Optional.of(UNITS_OF_OPTION)
        : ContractSizes.ofExpiry(instrument).filter(size -> size.compareTo(BigDecimal.ONE) != 0);
  }

  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    sizes.entrySet().stream()
        .limit(NAMED)
        .forEach(
            contract ->
                sentences.add(
                    "one unit of "
                        + contract.getKey()
                        + " is taken for 1, because nothing says more: say --multiplier '"
                        + contract.getKey()
                        + "="
                        + contract.getValue().toPlainString()
                        + "' if it is the contract that its name says, or '=1' if it is not"));
    if (sizes.size() > NAMED) {
      sentences.add(
          (sizes.size() - NAMED)
              + " more symbols are like that; a column 'multiplier' says it row by row");
    }
    return sentences;
  }
}
