package dev.maestro.embedded.journal.format;

/** Where the multiplier of a trade comes from if no column and no option says it. */
public enum MultiplierRule {
  /** Quantities are units of what was traded. */
  ONE("1: quantities are units"),
  /** Nobody says anything: 1, which the run says. */
  ASSUMED("1, assumed"),
  /** Futures: the point value of the contract, by the exchange's specification. */
  CONTRACTS("point values of the exchanges' contract specifications"),
  /** Quantities are lots or contracts of unknown size: it has to be said. */
  REQUIRED("must be said");

  private final String words;

  MultiplierRule(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }
}
