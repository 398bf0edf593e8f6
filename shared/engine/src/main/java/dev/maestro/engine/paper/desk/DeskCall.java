package dev.maestro.engine.paper.desk;

import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.command.AnswerDetail;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.intent.FilledSoFar;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.intent.TokenHash;
import dev.maestro.engine.claim.KeptIntent;
import dev.maestro.engine.claim.LedgerAnswer;
import dev.maestro.engine.claim.LedgerPort;
import dev.maestro.engine.claim.account.AccountReport;
import dev.maestro.engine.claim.account.PutAccount;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.paper.PaperOrder;
import dev.maestro.engine.paper.broker.Advance;
import dev.maestro.engine.paper.broker.PaperBroker;
import dev.maestro.engine.paper.broker.PaperResult;
import dev.maestro.engine.port.RefusedInputException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** One call of the desk: the book as it stands, and the steps that it may be taken through. */
final class DeskCall {
  private final PaperPort paper;
  private final LedgerPort ledger;
  private final PutAccount accounts;
  private final TenantId tenant;
  private final AccountId account;
  private final List<DeskRun.Refusal> refused = new ArrayList<>();
  private StoredBook saved;
  private DeskBook book;
  private int granted;
  private int told;
  private Optional<CommandCode> shown = Optional.empty();

  DeskCall(
      PaperPort paper, LedgerPort ledger, PutAccount accounts, TenantId tenant, AccountId account) {
    this.paper = paper;
    this.ledger = ledger;
    this.accounts = accounts;
    this.tenant = tenant;
    this.account = account;
    this.saved = paper.load(tenant, account);
    this.book = saved.book();
  }

  DeskRun run() {
    return new DeskRun(granted, told, refused, shown);
  }

  /** Keeps a token for each, before anything is claimed with it. */
  void ask(List<Nonce> nonces, Supplier<String> tokens) {
    for (Nonce nonce : nonces) {
      if (!book.knows(nonce)) {
        book = book.asking(nonce, tokens.get());
      }
    }
    save();
  }

  /** Claims what has a token only; what is not granted leaves the book. */
  void claim(Instant now) {
    for (Nonce nonce : book.asked()) {
      String token = book.token(nonce).orElseThrow();
      LedgerAnswer answer = apply(new LedgerCommand.Claim(nonce, PaperDesk.EXECUTOR, token));
      if (answer.code() == CommandCode.GRANTED) {
        KeptIntent kept = answer.intent().orElseThrow();
        book = book.granted(PaperOrder.of(kept.intent().order(), kept.instructions(), now));
        granted++;
      } else {
        refused.add(new DeskRun.Refusal(nonce.value(), answer.code(), false));
        book = refusedClaim(nonce, token, answer, now);
      }
    }
    save();
  }

  /** Lets the bars that are new go over the book. */
  void advance(Instant now) {
    SortedMap<Symbol, BarHistory> markets = new TreeMap<>();
    for (Symbol symbol : book.book().symbols()) {
      paper.bars(tenant, symbol).ifPresent(bars -> markets.put(symbol, bars));
    }
    Advance advance = PaperBroker.advance(book.book(), markets, now, paper.config(tenant));
    book = book.with(advance.book()).telling(advance.results());
    save();
  }

  /** Tells what happened; says of what works that it does, and ends what may not go on. */
  void tell(Instant now) {
    tellResults();
    for (PaperOrder order : book.book().orders()) {
      if (mustStop(order, now)) {
        book = book.with(book.book().without(order.nonce())).telling(List.of(unfilled(order, now)));
      }
    }
    save();
    tellResults();
    save();
  }

  /** Shows the account, if all of it is known and told. */
  void show(Instant now) {
    if (book.untold().isEmpty()) {
      shown = PaperAccount.report(book.book(), now).flatMap(report -> put(report, now));
    }
  }

  /** It never hands the account to another executor, so nothing of it can be refused for that. */
  private Optional<CommandCode> put(AccountReport report, Instant now) {
    try {
      return Optional.of(accounts.put(tenant, account, report, false, now).code());
    } catch (RefusedInputException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void tellResults() {
    for (PaperResult result : book.untold()) {
      CommandCode code = apply(command(result)).code();
      if (isBooked(code)) {
        told++;
      } else {
        refused.add(new DeskRun.Refusal(result.id(), code, true));
      }
      book = book.told(result);
    }
  }

  private LedgerCommand command(PaperResult result) {
    if (!result.isOfOrder()) {
      return new LedgerCommand.Close(
          result.id(),
          PaperDesk.EXECUTOR,
          result.key(),
          result.side(),
          Optional.of(result.figures()),
          result.at());
    }
    Nonce nonce = new Nonce(result.id());
    String token = book.token(nonce).orElseThrow();
    return new LedgerCommand.Report(nonce, token, Optional.of(result.figures()), result.at(), true);
  }

  private boolean mustStop(PaperOrder order, Instant now) {
    String token = book.token(order.nonce()).orElseThrow();
    LedgerAnswer answer =
        apply(
            new LedgerCommand.Report(
                order.nonce(), token, Optional.of(FilledSoFar.NOTHING), now, false));
    return !isBooked(answer.code())
        || (answer.answer().detail() instanceof AnswerDetail.Reported said && said.cancel());
  }

  /**
   * A claim may have been granted before, when nobody heard of it; where it has not been, the
   * ledger has nothing of ours that would have to be given back.
   */
  private DeskBook refusedClaim(Nonce nonce, String token, LedgerAnswer answer, Instant now) {
    return answer
        .intent()
        .map(KeptIntent::intent)
        .filter(intent -> isOurs(intent, token))
        .map(
            intent ->
                book.telling(
                    List.of(
                        unfilled(
                            PaperOrder.of(
                                intent.order(), answer.intent().get().instructions(), now),
                            now))))
        .orElseGet(() -> book.without(nonce));
  }

  private static boolean isOurs(Intent intent, String token) {
    return intent.state().isWorking()
        && intent.token().filter(TokenHash.of(token)::equals).isPresent();
  }

  private static PaperResult unfilled(PaperOrder order, Instant now) {
    return new PaperResult(
        PaperResult.Of.ORDER,
        order.nonce().value(),
        order.key(),
        order.side(),
        FilledSoFar.NOTHING,
        now);
  }

  private static boolean isBooked(CommandCode code) {
    return code == CommandCode.RECORDED
        || code == CommandCode.UNCHANGED
        || code == CommandCode.OVERFILL
        || code == CommandCode.LATE_FILL;
  }

  private LedgerAnswer apply(LedgerCommand command) {
    return ledger.apply(tenant, account, command);
  }

  private void save() {
    if (!book.equals(saved.book())) {
      saved = new StoredBook(book, paper.save(tenant, account, saved.version(), book));
    }
  }
}
