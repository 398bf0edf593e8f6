package dev.maestro.embedded.storm.store;

import dev.maestro.engine.capital.command.AnswerDetail;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.intent.FilledSoFar;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A command and its answer, as a person would say it. */
final class RanWords {
  private RanWords() {}

  static String of(Ran ran) {
    String more = detail(ran.outcome().answer().detail());
    return command(ran.command()) + " -> " + ran.outcome().code() + more;
  }

  private static String command(LedgerCommand command) {
    if (command instanceof LedgerCommand.Reserve reserve) {
      return "reserve " + reserve.intent() + " " + reserve.terms().side() + " " + reserve.key();
    }
    if (command instanceof LedgerCommand.Exit exit) {
      String all = exit.quantity().map(quantity -> " " + quantity).orElse(", all of it");
      return "exit " + exit.intent() + " " + exit.key() + all;
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
    if (command instanceof LedgerCommand.Snapshot snapshot) {
      return "snapshot as of " + snapshot.asOf() + shown(snapshot);
    }
    return ofPeople(command);
  }

  private static String ofPeople(LedgerCommand command) {
    if (command instanceof LedgerCommand.Settle) {
      return "settle";
    }
    if (command instanceof LedgerCommand.Resolve resolve) {
      return "resolve " + resolve.intent() + " " + figures(resolve.figures());
    }
    if (command instanceof LedgerCommand.Split split) {
      return "split " + split.symbol() + " times " + split.factor();
    }
    if (command instanceof LedgerCommand.Assign assign) {
      return "assign " + assign.quantity() + " to " + assign.key();
    }
    if (command instanceof LedgerCommand.Rearm rearm) {
      return "rearm " + rearm.strategy();
    }
    if (command instanceof LedgerCommand.Policy policy) {
      return "policy forbids " + policy.policy().disallowedSymbols();
    }
    return command.toString();
  }

  private static String detail(AnswerDetail detail) {
    if (detail instanceof AnswerDetail.EntryReserved reserved) {
      return " for " + reserved.notional();
    }
    if (detail instanceof AnswerDetail.ExitReserved reserved) {
      return " to " + reserved.side() + " " + reserved.quantity();
    }
    if (detail instanceof AnswerDetail.Granted granted) {
      String size = granted.quantity().map(quantity -> " " + quantity).orElse("");
      return size + (granted.repeated() ? ", repeated" : "");
    }
    if (detail instanceof AnswerDetail.Reported reported) {
      return reported.cancel() ? ", cancel it" : "";
    }
    if (detail instanceof AnswerDetail.Settled settled) {
      return settled.changed().isEmpty() ? "" : ", over or silent: " + settled.changed();
    }
    if (detail instanceof AnswerDetail.Compared compared) {
      return compared.drift().isEmpty() ? "" : ", differs in " + compared.drift();
    }
    return "";
  }

  private static String shown(LedgerCommand.Snapshot snapshot) {
    String money =
        snapshot.buyingPower().map(power -> ", buying power " + power).orElse(", unreadable");
    return money + snapshot.positions().map(RanWords::rows).orElse(", no positions given");
  }

  private static String rows(List<LedgerCommand.ShownPosition> rows) {
    return rows.isEmpty()
        ? ", nothing held"
        : rows.stream()
            .map(row -> ", " + words(row.symbol()) + " " + words(row.quantity()))
            .collect(Collectors.joining());
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
