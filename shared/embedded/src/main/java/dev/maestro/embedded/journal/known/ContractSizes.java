package dev.maestro.embedded.journal.known;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What one point of a future is worth in the currency of its price, by the contract specifications
 * of the exchanges: CME Group (cmegroup.com/markets, "Contract Unit" and "Price Quotation"), Cboe
 * (VX) and Eurex (FDAX, FDXM, FDXS, FESX, FGBL, FGBM, FGBS). Grains are quoted in cents a bushel.
 */
public final class ContractSizes {
  private static final Map<String, BigDecimal> POINT_VALUES = new HashMap<>();

  /** What follows the root: a month and a year, or the number of a continuous contract. */
  private static final Pattern EXPIRY = Pattern.compile("[FGHJKMNQUVXZ]\\d{1,4}|\\d{1,2}!?|!");

  private static final int LONGEST_ROOT = 4;

  static {
    put("50", "ES RTY ETH ZC ZS ZW KE");
    put("5", "MES YM M2K BTC NKD FDXM");
    put("20", "NQ");
    put("2", "MNQ");
    put("0.5", "MYM");
    put("100", "EMD GC PA ZM MCL");
    put("10", "MGC FESX");
    put("1", "FDXS");
    put("25", "FDAX");
    put("500", "QM GF");
    put("1000", "CL SIL ZB UB ZN TN ZF VX FGBL FGBM FGBS");
    put("2000", "ZT");
    put("10000", "NG M6A");
    put("2500", "QG MHG");
    put("42000", "RB HO");
    put("5000", "SI");
    put("25000", "HG");
    put("600", "ZL");
    put("400", "LE HE");
    put("125000", "6E 6S");
    put("12500", "M6E");
    put("62500", "6B");
    put("6250", "M6B");
    put("12500000", "6J");
    put("100000", "6A 6C 6N");
    put("500000", "6M");
    put("0.1", "MBT MET");
  }

  private ContractSizes() {}

  /** The value of a point of {@code ES 12-24}, {@code ESZ4}, {@code /ESZ24} or {@code ES1!}. */
  public static Optional<BigDecimal> of(String instrument) {
    String text = instrument.strip().toUpperCase(Locale.ROOT);
    String contract = text.startsWith("/") ? text.substring(1) : text;
    int blank = contract.indexOf(' ');
    String first = blank < 0 ? contract : contract.substring(0, blank);
    BigDecimal exact = POINT_VALUES.get(first);
    if (exact != null) {
      return Optional.of(exact);
    }
    for (int length = Math.min(LONGEST_ROOT, first.length() - 1); length > 0; length--) {
      BigDecimal known = POINT_VALUES.get(first.substring(0, length));
      if (known != null && EXPIRY.matcher(first.substring(length)).matches()) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }

  /**
   * As {@link #of}, but only where a month or a year is named: {@code CL} alone is a share, too.
   */
  public static Optional<BigDecimal> ofExpiry(String instrument) {
    String text = instrument.strip().toUpperCase(Locale.ROOT);
    String root = text.startsWith("/") ? text.substring(1) : text;
    return POINT_VALUES.containsKey(root) ? Optional.empty() : of(instrument);
  }

  private static void put(String value, String roots) {
    for (String root : roots.split(" ", -1)) {
      POINT_VALUES.put(root, new BigDecimal(value));
    }
  }
}
