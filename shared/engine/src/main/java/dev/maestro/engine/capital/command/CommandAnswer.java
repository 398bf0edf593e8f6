package dev.maestro.engine.capital.command;

/** The answer to a command. */
public record CommandAnswer(CommandCode code, AnswerDetail detail) {
  /** An answer that gives nothing back. */
  public static CommandAnswer of(CommandCode code) {
    return new CommandAnswer(code, new AnswerDetail.None());
  }
}
