package dev.maestro.firestore.claim.race;

import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.capital.intent.FilledSoFar;
import dev.maestro.engine.number.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A broker in a folder, for several processes at once. It has one order per client_order_id and
 * notes every attempt at a second one. Everything fills, in two parts, for a fee of 0.25 each.
 */
public final class ModelBroker {
  /** Its fee for each part. */
  public static final Money FEE = Money.of("0.25");

  private static final String GRANTED = "granted.log";
  private static final String REFUSED = "refused.log";

  private final Path folder;

  /** Keeps its orders here. */
  public ModelBroker(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder.resolve("orders"));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /**
   * An order that it took.
   *
   * @param by who sent it
   */
  public record Order(String by, Quantity quantity, Money notional) {
    /** What has filled of it after its first part, or of both. */
    public FilledSoFar filled(boolean isDone) {
      if (isDone) {
        return new FilledSoFar(quantity, notional, FEE.plus(FEE));
      }
      BigDecimal two = BigDecimal.valueOf(2);
      return new FilledSoFar(
          Quantity.rounded(quantity.value().divide(two)),
          Money.rounded(notional.value().divide(two)),
          FEE);
    }
  }

  /** The order of this client_order_id, open or done. */
  public Optional<Order> find(Nonce nonce) {
    return Files.exists(file(nonce)) ? Optional.of(read(file(nonce))) : Optional.empty();
  }

  /** Takes an order, all of it or nothing, unless it has one of this client_order_id. */
  void submit(Nonce nonce, Order order) {
    try {
      Path written = Files.createTempFile(folder, "order", ".new");
      Files.writeString(
          written, order.by() + "\n" + order.quantity().value() + "\n" + order.notional().value());
      Files.createLink(file(nonce), written);
    } catch (FileAlreadyExistsException second) {
      note(REFUSED, nonce + " by " + order.by());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** All its orders, by client_order_id. */
  public SortedMap<String, Order> orders() {
    SortedMap<String, Order> all = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder.resolve("orders"))) {
      files.forEach(file -> all.put(file.getFileName().toString(), read(file)));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return all;
  }

  /** Somebody says that a claim was granted; the broker only keeps the note. */
  void granted(Nonce nonce, String token) {
    note(GRANTED, nonce + " " + token);
  }

  /** What was granted, nonce and token. */
  public List<String> granted() {
    return lines(GRANTED);
  }

  /** The second orders of a client_order_id that somebody has tried to send. */
  public List<String> refused() {
    return lines(REFUSED);
  }

  /** Adds a line to a log, whole, whoever else does. */
  void note(String log, String line) {
    try {
      Files.writeString(
          folder.resolve(log), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** The lines of a log. */
  List<String> lines(String log) {
    Path file = folder.resolve(log);
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Order read(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      return new Order(lines.get(0), Quantity.of(lines.get(1)), Money.of(lines.get(2)));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private Path file(Nonce nonce) {
    return folder.resolve("orders").resolve(nonce.value());
  }
}
