package dev.maestro.bench.cost;

/**
 * List prices in US dollars, and what is free each month. Read on 2026-12-01 from stored copies of
 * the public pages, which are of unknown age: firebase.google.com/docs/firestore/pricing (the
 * multi-region price, the higher one: a single region costs less), cloud.google.com/run/pricing
 * (tier 1, billed by request), cloud.google.com/pubsub/pricing. Storage, traffic to the internet,
 * Scheduler's three jobs, and what Vertex AI takes are not in here.
 */
final class ListPrices {
  static final double READ = 0.06 / 100_000;
  static final double WRITE = 0.18 / 100_000;
  static final double DELETE = 0.02 / 100_000;

  /** Of a processor; half a GiB goes with it. */
  static final double SECOND = 0.000024 + 0.5 * 0.0000025;

  static final double CALL = 0.40 / 1_000_000;

  /** Pub/Sub counts 1,000 bytes at least, for publishing and for delivery. */
  static final double MESSAGE = 2 * 1_000 * 40 / Math.pow(2, 40);

  private static final int DAYS = 30;

  /** Firestore's free documents are those of a day; deletes by TTL are never free. */
  static final Usage FREE =
      new Usage(50_000.0 * DAYS, 20_000.0 * DAYS, 0, 2_000_000, 180_000, 5_000_000);

  private ListPrices() {}

  /** Without what is free. */
  static double of(Usage work) {
    return documents(work)
        + work.seconds() * SECOND
        + work.calls() * CALL
        + work.messages() * MESSAGE;
  }

  /** The part of Firestore. */
  static double documents(Usage work) {
    return work.reads() * READ + work.writes() * WRITE + work.deletes() * DELETE;
  }

  /** What is left of a month's work beyond what is free. */
  static Usage billed(Usage month) {
    return new Usage(
        Math.max(0, month.reads() - FREE.reads()),
        Math.max(0, month.writes() - FREE.writes()),
        month.deletes(),
        Math.max(0, month.calls() - FREE.calls()),
        Math.max(0, month.seconds() - FREE.seconds()),
        Math.max(0, month.messages() - FREE.messages()));
  }
}
