package dev.maestro.firestore.claim.race;

import dev.maestro.engine.capital.Nonce;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A message that tells an executor of an intent.
 *
 * @param executor its number, from 0 on
 */
public record Nudge(Nonce nonce, int executor) {
  /** Tells rivals drawn for each intent, each of them so many times, all about at once. */
  public static List<Nudge> of(
      List<Nonce> nonces, int executors, int rivals, int deliveries, Random random) {
    List<Nonce> order = new ArrayList<>(nonces);
    Collections.shuffle(order, random);
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < executors; i++) {
      all.add(i);
    }
    List<Nudge> nudges = new ArrayList<>();
    for (Nonce nonce : order) {
      Collections.shuffle(all, random);
      List<Nudge> own = new ArrayList<>();
      for (int executor : all.subList(0, rivals)) {
        own.addAll(Collections.nCopies(deliveries, new Nudge(nonce, executor)));
      }
      Collections.shuffle(own, random);
      nudges.addAll(own);
    }
    return nudges;
  }

  /** As a line of a file. */
  public String line() {
    return executor + " " + nonce;
  }

  static Nudge read(String line) {
    int space = line.indexOf(' ');
    return new Nudge(
        new Nonce(line.substring(space + 1)), Integer.parseInt(line.substring(0, space)));
  }
}
