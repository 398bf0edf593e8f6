package dev.maestro.bench.cost;

/**
 * What something takes of the services. Documents are counted on the wire by tests; no price is in
 * here.
 *
 * @param reads documents read, missing ones included
 * @param writes documents written
 * @param deletes documents deleted, those that a TTL policy deletes included
 * @param calls of functions
 * @param seconds of a processor; Cloud Run bills begun tenths of a second of each call
 * @param messages published and delivered
 */
record Usage(
    double reads, double writes, double deletes, double calls, double seconds, double messages) {
  Usage {
    if (Math.min(Math.min(reads, writes), Math.min(deletes, calls)) < 0
        || Math.min(seconds, messages) < 0) {
      throw new IllegalArgumentException("work cannot be less than nothing");
    }
  }

  /** Documents, and one call that takes a begun tenth of a second. */
  static Usage call(double reads, double writes, double deletes) {
    return new Usage(reads, writes, deletes, 1, 0.1, 0);
  }

  Usage plus(Usage more) {
    return new Usage(
        reads + more.reads,
        writes + more.writes,
        deletes + more.deletes,
        calls + more.calls,
        seconds + more.seconds,
        messages + more.messages);
  }

  Usage times(double often) {
    return new Usage(
        reads * often,
        writes * often,
        deletes * often,
        calls * often,
        seconds * often,
        messages * often);
  }
}
