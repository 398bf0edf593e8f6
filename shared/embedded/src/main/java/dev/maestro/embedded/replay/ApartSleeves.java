package dev.maestro.embedded.replay;

import dev.maestro.embedded.replay.day.ReplayDay;
import dev.maestro.embedded.replay.scheme.ReplayScheme;
import dev.maestro.embedded.replay.scheme.SchemeWeights;
import dev.maestro.engine.form.Fields;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A part of the money in equal weights and the rest in a scheme, and nothing ever moved from one to
 * the other: so it ends no lower than that part of what equal weights end with. The weights that
 * are deployed are moved every day; for them this does not hold.
 */
public final class ApartSleeves implements Consumer<ReplayDay> {
  private final ReplayScheme scheme;
  private final double sleeve;
  private final SchemeWeights weights;
  private final SchemeWeights equalWeights;
  private final ReplayBook book;
  private final ReplayBook equal;

  /**
   * Before the first day.
   *
   * @param section weights of a configuration; its sleeve does not count
   * @param sleeve the part in equal weights, 0..1
   */
  public ApartSleeves(ReplayScheme scheme, Fields section, double sleeve, double costBps) {
    this.scheme = scheme;
    this.sleeve = sleeve;
    Fields without = section.with("floor_sleeve", "0");
    this.weights = scheme.begin(without);
    this.equalWeights = ReplayScheme.EQUAL.begin(without);
    this.book = new ReplayBook(costBps);
    this.equal = new ReplayBook(costBps);
  }

  @Override
  public void accept(ReplayDay day) {
    book.earn(day);
    equal.earn(day);
    weights.learn(day);
    equalWeights.learn(day);
    book.hold(weights.weights());
    equal.hold(equalWeights.weights());
  }

  /** The scheme of the other part. */
  public ReplayScheme scheme() {
    return scheme;
  }

  /** What the scheme gives to each agent of its own part. */
  Map<String, Double> held() {
    return weights.weights();
  }

  /** The money now, 1 at the start. */
  public double end() {
    return floor() + (1 - sleeve) * now(book);
  }

  /** What is in equal weights of it. */
  public double floor() {
    return sleeve * now(equal);
  }

  private static double now(ReplayBook of) {
    return of.equity().isEmpty() ? 1 : of.equity().get(of.equity().size() - 1);
  }
}
