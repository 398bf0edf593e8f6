package dev.maestro.embedded.storm.store;

import dev.maestro.engine.capital.command.AnswerDetail;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.intent.FilledSoFar;
import java.util.Optional;

/** A command and its answer, as a person would say it. */
final class RanWords {
  private RanWords() {}

  static String of(Ran ran) {
    Object detail = ran.outcome().answer().detail();
    String more = detail instanceof AnswerDetail.None ? "" : " " + detail;
    return command(ran.command()) + " -> " + ran.outcome().code() + more;
  }

  private static String command(LedgerCommand command) {
    if (command instanceof LedgerCommand.Reserve reserve) {
      return "reserve " + reserve.intent() + " " + reserve.terms().side() + " " + reserve.key();
    }
    if (command instanceof LedgerCommand.Exit exit) {
      return "exit " + exit.intent() + " " + exit.key() + " " + words(exit.quantity());
    }
    if (command instanceof LedgerCommand.Claim claim) {
      return "claim " + claim.intent() + " with token " + claim.token();
    }
    if (command instanceof LedgerCommand.Report report) {
      String end = report.isFinal() ? ", final" : "";
      return "report " + report.intent() + " " + figures(report.figures()) + end;
    }
    if (command instanceof LedgerCommand.Close close) {
      return "close " + close.id() + " " + close.key() + " " + figures(close.figures());
    }
    if (command instanceof LedgerCommand.Resolve resolve) {
      return "resolve " + resolve.intent() + " " + figures(resolve.figures());
    }
    if (command instanceof LedgerCommand.Snapshot snapshot) {
      return "snapshot as of " + snapshot.asOf() + shown(snapshot);
    }
    return command.toString();
  }

  private static String shown(LedgerCommand.Snapshot snapshot) {
    StringBuilder text = new StringBuilder();
    text.append(", buying power ").append(words(snapshot.buyingPower()));
    snapshot
        .positions()
        .ifPresentOrElse(
            rows ->
                rows.forEach(
                    row ->
                        text.append(", ")
                            .append(words(row.symbol()))
                            .append(' ')
                            .append(words(row.quantity()))),
            () -> text.append(", no positions given"));
    return text.toString();
  }

  private static String figures(Optional<FilledSoFar> figures) {
    return figures
        .map(said -> said.quantity() + " for " + said.notional() + ", fees " + said.fees())
        .orElse("unreadable");
  }

  private static String words(Optional<?> value) {
    return value.map(Object::toString).orElse("-");
  }
}
