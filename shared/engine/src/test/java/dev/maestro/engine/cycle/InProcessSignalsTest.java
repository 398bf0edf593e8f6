package dev.maestro.engine.cycle;

import static dev.maestro.engine.signal.Spoken.SLOT;
import static dev.maestro.engine.signal.Spoken.action;
import static dev.maestro.engine.signal.Spoken.buy;
import static dev.maestro.engine.signal.Spoken.sell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.maestro.engine.Seeds;
import dev.maestro.engine.name.StrategyName;
import dev.maestro.engine.name.StrategyVersion;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.signal.Action;
import dev.maestro.engine.signal.AssetClass;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.signal.SignalReader;
import dev.maestro.engine.signal.Spoken;
import dev.maestro.engine.verdict.DecidedSignal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a strategy in process makes of a {@link Signal}, it cannot do more than one from outside.
 */
class InProcessSignalsTest {

  /** A signal as its strategy may construct it: nobody has read it. */
  private record Made(Signal base) {
    Signal with(
        Optional<Symbol> symbol,
        Optional<BigDecimal> price,
        Optional<BigDecimal> quantity,
        Map<String, Object> metadata,
        Optional<String> entryError) {
      return new Signal(
          base.strategy(),
          base.action(),
          symbol,
          base.assetClass(),
          base.allocation(),
          base.confidence(),
          price,
          base.stopPrice(),
          base.opensShort(),
          quantity,
          base.reasoning(),
          metadata,
          base.version(),
          base.signalId(),
          base.generatedAt(),
          base.expiresAt(),
          base.error(),
          entryError);
    }

    Signal symbol(String symbol) {
      return with(
          Symbol.of(symbol), base.price(), base.quantity(), base.metadata(), base.entryError());
    }

    Signal price(String price) {
      return with(
          base.symbol(),
          Optional.of(new BigDecimal(price)),
          base.quantity(),
          base.metadata(),
          base.entryError());
    }

    Signal quantity(String quantity) {
      return with(
          base.symbol(),
          base.price(),
          Optional.of(new BigDecimal(quantity)),
          base.metadata(),
          base.entryError());
    }

    Signal metadata(Map<String, Object> metadata) {
      return with(base.symbol(), base.price(), base.quantity(), metadata, base.entryError());
    }

    Signal entryError(String error) {
      return with(
          base.symbol(), base.price(), base.quantity(), base.metadata(), Optional.of(error));
    }
  }

  private static Made made(Spoken spoken) {
    return new Made(spoken.by("trend"));
  }

  @SuppressWarnings("NullAway")
  private static Map<String, Object> nothing() {
    return null;
  }

  static Stream<Arguments> whatNoRecordCouldHold() {
    Made entry = made(buy("AAPL"));
    Made exit = made(sell("MSFT"));
    return Stream.of(
        arguments("a date", entry.metadata(Map.of("d", LocalDate.EPOCH)), List.of()),
        arguments("no number", entry.metadata(Map.of("atr", Double.NaN)), List.of()),
        arguments("an object", entry.metadata(Map.of("o", new Object())), List.of()),
        arguments("no metadata", entry.metadata(nothing()), List.of()),
        arguments("a price", entry.price("1E+200"), List.of("INVALID_SIGNAL")),
        arguments("an own error", entry.entryError("unsure"), List.of("INVALID_SIGNAL")),
        arguments("a date of an exit", exit.metadata(Map.of("d", LocalDate.EPOCH)), List.of()),
        arguments("no metadata of an exit", exit.metadata(nothing()), List.of()),
        arguments("a price of an exit", exit.price("1E+200"), List.of()),
        arguments("a quantity", exit.quantity("1E+200"), List.of("INVALID_SIGNAL")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("whatNoRecordCouldHold")
  void what_one_strategy_puts_into_a_signal_costs_no_other(
      String what, Signal signal, List<String> codes) {
    Scene scene =
        Scene.calm()
            .with("trend", "other")
            .holds("trend", "MSFT", "3")
            .holds("other", "MSFT", "4")
            .says("other", sell("MSFT"));
    scene.signals.add(SignalReader.ofSlot(signal, SLOT));
    assertThat(scene.verdictOn("other").isApproved()).as(what).isTrue();
    assertThat(scene.against("trend")).as(what).isEqualTo(codes);
  }

  @Test
  void a_signal_in_process_is_the_slots_and_keeps_what_it_says() {
    Signal given =
        buy("brk.b")
            .with("asset_class", "OPTIONS")
            .with("price", "10.5")
            .with("stop_price", "9")
            .with("opens_short", true)
            .with("quantity", "2")
            .with("reasoning", "because")
            .with("metadata", Map.of("a", Map.of("b", "c")))
            .with("version", "m-4")
            .by("trend");
    assertThat(SignalReader.ofSlot(given, SLOT.plusSeconds(300)))
        .isEqualTo(
            new Signal(
                new StrategyName("trend"),
                Action.BUY,
                Optional.of(new Symbol("BRK.B")),
                AssetClass.OPTIONS,
                given.allocation(),
                given.confidence(),
                given.price(),
                given.stopPrice(),
                true,
                given.quantity(),
                "because",
                given.metadata(),
                Optional.of(new StrategyVersion("m-4")),
                SLOT.plusSeconds(300).toString(),
                SLOT.plusSeconds(300),
                SLOT.plusSeconds(900),
                Optional.empty(),
                Optional.empty()));
    Signal failed = Signal.unreadable(new StrategyName("trend"), "broken", "x", SLOT);
    assertThat(SignalReader.ofSlot(failed, SLOT))
        .isEqualTo(Signal.unreadable(new StrategyName("trend"), "broken", SLOT.toString(), SLOT));
  }

  @Test
  void an_excluded_symbol_is_excluded_and_a_held_one_held_in_any_case() {
    Signal lower = SignalReader.ofSlot(made(buy("AAPL")).symbol("aapl"), SLOT);
    Scene excluded = Scene.calm().with("trend").under(Policies.excluding("AAPL"));
    excluded.signals.add(lower);
    assertThat(excluded.against("trend")).containsExactly("SYMBOL_NOT_ALLOWED");
    Scene held = Scene.calm().with("trend").holds("trend", "AAPL", "1");
    held.signals.add(lower);
    assertThat(held.against("trend")).containsExactly("ALREADY_HELD");
    Scene leaving = Scene.calm().with("trend").holds("trend", "AAPL", "1");
    leaving.signals.add(SignalReader.ofSlot(made(sell("AAPL")).symbol(" aapl "), SLOT));
    assertThat(leaving.against("trend")).isEmpty();
    Scene closing = Scene.calm().with("trend").holds("trend", "AAPL", "1");
    closing.signals.add(
        SignalReader.ofSlot(made(action("CLOSE_ALL").with("symbol", "AAPL")).symbol("Aapl"), SLOT));
    assertThat(closing.against("trend")).isEmpty();
  }

  @Test
  void the_case_of_a_symbol_changes_no_verdict() {
    Seeds.forEach(
        random -> {
          long seed = random.nextLong();
          Scene plain = RandomScene.of(seed);
          plain.signals.replaceAll(signal -> SignalReader.ofSlot(signal, SLOT));
          Scene cased = RandomScene.of(seed);
          cased.signals.replaceAll(signal -> SignalReader.ofSlot(cased(signal, random), SLOT));
          List<DecidedSignal> expected = plain.run().signals();
          assertThat(cased.run().signals()).isEqualTo(expected);
        });
  }

  private static Signal cased(Signal signal, RandomGenerator random) {
    return signal.symbol().isEmpty()
        ? signal
        : new Made(signal).symbol(mixed(signal.symbol().get().value(), random));
  }

  private static String mixed(String symbol, RandomGenerator random) {
    StringBuilder mixed = new StringBuilder(symbol);
    for (int i = 0; i < mixed.length(); i++) {
      if (random.nextBoolean()) {
        mixed.setCharAt(i, Character.toLowerCase(mixed.charAt(i)));
      }
    }
    return mixed.toString();
  }
}
