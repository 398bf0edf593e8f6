package dev.maestro.engine.narration;

/** Why a cycle's summary is the deterministic text; the constants say what a person does. */
public enum NarrationReason {
  /** No narrator is set up: nothing; {@code VERTEX_AI_LOCATION=global} sets one up. */
  NOT_CONFIGURED,
  /** The process ended, or the store failed, between the cycle and its narration: nothing. */
  UNFINISHED,
  /** The narrator is at so many other cycles that this one was not asked for: nothing. */
  BUSY,
  /** No answer within the bound: nothing, or another region if it lasts. */
  TIMEOUT,
  /** The model is retired or misspelt: name another one, as the alert says. */
  MODEL_NOT_FOUND,
  /** The project may not ask so often: ask for more quota, or nothing. */
  QUOTA,
  /** Credentials, role or API are missing: docs/operations.md says which. */
  NOT_PERMITTED,
  /** The service does not answer: nothing. */
  UNAVAILABLE,
  /** The service refuses the call, or fails otherwise; the detail names its status. */
  FAILED,
  /** The safety filter refused the prompt or the text: nothing; look at names if it lasts. */
  FILTERED,
  /** The answer holds no text, or thoughts alone. */
  EMPTY,
  /** The text ended before its end: the model thought for too long. */
  CUT_SHORT,
  /** The text is longer, or has more sentences, than a summary may. */
  TOO_LONG,
  /** The text holds what plain English does not: markup, code, foreign digits, hidden signs. */
  CHARACTERS,
  /** The text holds an address. */
  LINK,
  /** The text tells somebody to do something. */
  INSTRUCTION,
  /** A number that does not occur in the record at the precision written. */
  NUMBER_NOT_IN_RECORD,
  /** A count of strategies or signals that the record does not have. */
  WRONG_COUNT,
  /** A name that no strategy of the tenant and nothing in the record has. */
  UNKNOWN_NAME,
  /** A word outside the vocabulary of summaries: it may be a name, a claim or an order. */
  UNKNOWN_WORD;

  /** True if somebody has to name another model. */
  public boolean isAboutTheModel() {
    return this == MODEL_NOT_FOUND;
  }
}
