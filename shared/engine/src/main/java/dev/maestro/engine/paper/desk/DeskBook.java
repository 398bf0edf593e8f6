package dev.maestro.engine.paper.desk;

import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.paper.PaperBook;
import dev.maestro.engine.paper.PaperOrder;
import dev.maestro.engine.paper.broker.PaperResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A book with what its desk must not forget: the tokens of its claims and what the ledger has not
 * been told. The tokens are secret.
 *
 * @param tokens of every order that is asked for, works, or has ended and is not told
 * @param untold in the order in which it happened
 */
public record DeskBook(PaperBook book, SortedMap<Nonce, String> tokens, List<PaperResult> untold) {
  /** Keeps its own tables. */
  public DeskBook {
    tokens = Collections.unmodifiableSortedMap(new TreeMap<>(tokens));
    untold = List.copyOf(untold);
  }

  /** A new one. */
  public static DeskBook of(PaperBook book) {
    return new DeskBook(book, new TreeMap<>(), List.of());
  }

  /** True if it has the order, in whatever state. */
  public boolean knows(Nonce nonce) {
    return tokens.containsKey(nonce);
  }

  /** Those that have a token, and of which it is not known whether they were granted. */
  public List<Nonce> asked() {
    return tokens.keySet().stream()
        .filter(nonce -> book.order(nonce).isEmpty() && !hasEnded(nonce))
        .toList();
  }

  /** With the token of a claim that is yet to be made. */
  DeskBook asking(Nonce nonce, String token) {
    SortedMap<Nonce, String> more = new TreeMap<>(tokens);
    more.put(nonce, token);
    return new DeskBook(book, more, untold);
  }

  /** With the order of a claim that was granted. */
  DeskBook granted(PaperOrder order) {
    return with(book.with(order));
  }

  /** With another book. */
  DeskBook with(PaperBook changed) {
    return new DeskBook(changed, tokens, untold);
  }

  /** With something to be told. */
  DeskBook telling(List<PaperResult> results) {
    List<PaperResult> more = new ArrayList<>(untold);
    more.addAll(results);
    return new DeskBook(book, tokens, more);
  }

  /** Without what the ledger knows now. */
  DeskBook told(PaperResult result) {
    List<PaperResult> rest = untold.stream().filter(each -> !each.equals(result)).toList();
    DeskBook less = new DeskBook(book, tokens, rest);
    return result.isOfOrder() ? less.without(new Nonce(result.id())) : less;
  }

  /** Without an order and its token. */
  DeskBook without(Nonce nonce) {
    SortedMap<Nonce, String> less = new TreeMap<>(tokens);
    less.remove(nonce);
    return new DeskBook(book.without(nonce), less, untold);
  }

  /** The token of an order. */
  Optional<String> token(Nonce nonce) {
    return Optional.ofNullable(tokens.get(nonce));
  }

  private boolean hasEnded(Nonce nonce) {
    return untold.stream()
        .anyMatch(result -> result.isOfOrder() && result.id().equals(nonce.value()));
  }
}
