package dev.maestro.market.host;

import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.systemic.RiskCheck;
import dev.maestro.engine.systemic.RiskInputs;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * A risk check that was loaded, and the thread it is busy on. Whatever it throws, answers as null
 * or not in time counts as 0: the entry gets nothing, and everything else goes on.
 */
public final class HostedCheck {
  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

  private final String className;
  private final Supplier<RiskCheck> maker;
  private final OwnThread thread;

  private volatile Optional<RiskCheck> instance = Optional.empty();
  private volatile Optional<String> code = Optional.empty();

  /** A check that is made when it is first asked. */
  public HostedCheck(String className, Supplier<RiskCheck> maker) {
    this.className = className;
    this.maker = maker;
    this.thread = new OwnThread("risk check " + className);
  }

  String className() {
    return className;
  }

  /**
   * The check as one cycle asks it.
   *
   * @param deadline when all questions of the cycle have to be answered
   */
  RiskCheck until(CompletableFuture<Void> deadline) {
    return new InCycle(this, deadline);
  }

  private record InCycle(HostedCheck hosted, CompletableFuture<Void> deadline)
      implements RiskCheck {
    @Override
    public String code() {
      return hosted.code(deadline);
    }

    @Override
    public BigDecimal factor(Signal entry, RiskInputs inputs) {
      return hosted
          .ask(check -> RiskCheck.bounded(check, entry, inputs), deadline)
          .orElse(BigDecimal.ZERO);
    }
  }

  /** Its own code if it has told one, else a code out of its class name. */
  private String code(CompletableFuture<Void> deadline) {
    if (code.isEmpty()) {
      code = ask(RiskCheck::code, deadline).filter(told -> CODE.matcher(told).matches());
    }
    return code.orElseGet(this::codeOfTheClass);
  }

  private String codeOfTheClass() {
    String simple = className.substring(className.lastIndexOf('.') + 1);
    String words = simple.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_");
    return words.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9_]", "_");
  }

  /** Empty if there is no answer in time; who ignores the interruption is not asked meanwhile. */
  private <T> Optional<T> ask(Function<RiskCheck, T> question, CompletableFuture<Void> deadline) {
    if (thread.isBusy() || deadline.isDone()) {
      return Optional.empty();
    }
    CompletableFuture<Optional<T>> answer = thread.ask(() -> answer(question));
    CompletableFuture.anyOf(answer, deadline).join();
    if (answer.complete(Optional.empty())) {
      thread.interrupt();
    }
    return answer.join();
  }

  /** Whatever a check throws, errors of the machine included, costs only its own answer. */
  @SuppressWarnings("CatchThrowable")
  private <T> Optional<T> answer(Function<RiskCheck, T> question) {
    try {
      RiskCheck check = instance.orElseGet(maker);
      instance = Optional.of(check);
      return Optional.ofNullable(question.apply(check));
    } catch (Throwable failure) {
      return Optional.empty();
    }
  }
}
