package dev.maestro.engine.narration;

/** Writes a few sentences for an executive about what was decided. */
public interface Narrator {
  /**
   * Asks once, without trying again. Takes at most ten seconds in all, and never throws: a failure
   * is an answer. Its text may say anything; whoever asks must check it.
   */
  NarratorAnswer narrate(NarrationPrompt prompt);

  /** The model that is asked, as the record names it. */
  String model();
}
