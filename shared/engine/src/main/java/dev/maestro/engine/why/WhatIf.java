package dev.maestro.engine.why;

import dev.maestro.engine.verdict.DecidedSignal;
import dev.maestro.engine.verdict.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What became of the signals of stored cycles, and what would have become of them under other
 * settings, counted. Each cycle is decided on what was held then: what other cycles would have
 * bought or left changes nothing here.
 */
public final class WhatIf {
  private final SortedMap<String, Integer> moved = new TreeMap<>();
  private final SortedMap<String, int[]> bound = new TreeMap<>();
  private int cycles;
  private int signals;

  /** Adds a cycle, decided both ways. */
  public void add(List<DecidedSignal> before, List<DecidedSignal> after) {
    Map<String, DecidedSignal> others = new HashMap<>();
    after.forEach(signal -> others.put(signal.identity().nonce(), signal));
    cycles++;
    for (DecidedSignal was : before) {
      DecidedSignal is = others.get(was.identity().nonce());
      if (is != null) {
        signals++;
        moved.merge(move(was, is), 1, Integer::sum);
      }
    }
    before.forEach(signal -> count(signal, 0));
    after.forEach(signal -> count(signal, 1));
  }

  private static String move(DecidedSignal was, DecidedSignal is) {
    Verdict.Outcome from = was.verdict().outcome();
    Verdict.Outcome to = is.verdict().outcome();
    if (from != to) {
      return from + " -> " + to;
    }
    if (from != Verdict.Outcome.APPROVED || was.notional().equals(is.notional())) {
      return "the same";
    }
    boolean isLarger =
        is.notional().orElseThrow().compareTo(was.notional().orElse(is.notional().get())) > 0;
    return isLarger ? "larger" : "smaller";
  }

  private void count(DecidedSignal signal, int side) {
    TreeSet<String> codes = new TreeSet<>(signal.verdict().codes());
    signal.cuts().forEach(cut -> codes.add(cut.code()));
    codes.forEach(code -> bound.computeIfAbsent(code, first -> new int[2])[side]++);
  }

  /** For people: how many moved where, then how often each reason or limit bound, both ways. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(signals + " signals of " + cycles + " cycles");
    moved.forEach((move, count) -> lines.add(String.format("  %-24s %8d", move, count)));
    lines.add(String.format("%-26s %8s %8s", "what bound", "as it was", "what if"));
    bound.forEach(
        (code, counts) -> lines.add(String.format("  %-24s %8d %8d", code, counts[0], counts[1])));
    return lines;
  }

  /** How many signals moved this way: {@code DENIED -> APPROVED}, {@code larger}, ... */
  public int moved(String move) {
    return moved.getOrDefault(move, 0);
  }
}
