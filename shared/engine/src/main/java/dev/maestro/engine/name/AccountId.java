package dev.maestro.engine.name;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of an account within its tenant, and of its ledger: 1 to 64 letters, digits, {@code _ .
 * -}, without the names that a store keeps for itself. Not the account's number at the broker.
 */
public record AccountId(String value) implements Comparable<AccountId> {
  /** What it is made of, in words. */
  public static final String RULE =
      "1 to 64 of letters, digits, underscore, point, hyphen, and not '.', '..' or '__like_this__'";

  private static final Pattern VALID = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

  /** The account of a tenant that names none. */
  public static final AccountId MAIN = new AccountId("main");

  /** Refuses what can name no account. */
  public AccountId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("an account id is " + RULE + ", got " + value);
    }
  }

  /** The account of that name; empty if the text can name none. */
  public static Optional<AccountId> of(String text) {
    return isValid(text) ? Optional.of(new AccountId(text)) : Optional.empty();
  }

  private static boolean isValid(String text) {
    return VALID.matcher(text).matches() && StoredName.isOfDocument(text);
  }

  @Override
  public int compareTo(AccountId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
