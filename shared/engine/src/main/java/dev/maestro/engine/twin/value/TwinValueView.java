package dev.maestro.engine.twin.value;

import dev.maestro.engine.evidence.paired.AnytimeInterval;
import dev.maestro.engine.form.View;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.number.Money;
import dev.maestro.engine.twin.BookAmounts;
import dev.maestro.engine.twin.TwinBook;
import dev.maestro.engine.twin.TwinPart;
import dev.maestro.engine.twin.TwinTrade;
import dev.maestro.engine.twin.TwinTradeForm;
import java.util.LinkedHashMap;
import java.util.Map;

/** How the value of a twin is shown. Money is text; what nobody knows is null. */
public final class TwinValueView {
  private static final View<PartValue> PART =
      View.<PartValue>empty()
          .with("part", PartValue::part)
          .with("money", part -> text(part.money()))
          .with("per_month", part -> part.perMonth().map(TwinValueView::text))
          .with("days", part -> part.daily().days())
          .with("mean_day", part -> part.interval().map(known -> part.daily().mean()))
          .with("low", part -> part.interval().map(AnytimeInterval::low))
          .with("high", part -> part.interval().map(AnytimeInterval::high))
          .with("sentence", PartValue::sentence);

  private static final View<TwinTrade> TRADE =
      View.of(
              TwinTradeForm.NONCE,
              TwinTradeForm.STRATEGY,
              TwinTradeForm.SYMBOL,
              TwinTradeForm.SIDE,
              TwinTradeForm.CLOSED_AT)
          .with("effect", trade -> text(trade.realized().effect()))
          .with("parts", trade -> parts(trade.realized()))
          .with("books", trade -> books(trade.realized()));

  /** Without its trades: small enough for a first screen. */
  public static final View<TwinValue> SHORT =
      View.<TwinValue>empty()
          .with("since", TwinValue::since)
          .with("as_of", TwinValue::asOf)
          .with("effect", value -> text(value.effect()))
          .with("effect_per_month", value -> value.effectPerMonth().map(TwinValueView::text))
          .with("books", value -> books(value.made()))
          .with("parts", value -> value.parts().stream().map(PART::written).toList())
          .with("unmarked_days", TwinValue::unmarked)
          .with("left_out", TwinValue::leftOut);

  /** All of it. */
  public static final View<TwinValue> FULL =
      SHORT.with("trades", value -> value.trades().stream().map(TRADE::written).toList());

  private TwinValueView() {}

  private static Written books(BookAmounts amounts) {
    Map<String, Object> named = new LinkedHashMap<>();
    for (TwinBook book : TwinBook.values()) {
      named.put(book.name(), text(amounts.in(book)));
    }
    return new Written(named);
  }

  private static Written parts(BookAmounts amounts) {
    Map<String, Object> named = new LinkedHashMap<>();
    for (TwinPart part : TwinPart.values()) {
      named.put(part.name(), text(amounts.of(part)));
    }
    return new Written(named);
  }

  /** With two places at least, as money is written. */
  private static String text(Money money) {
    return money.value().scale() < 2
        ? money.value().setScale(2).toPlainString()
        : money.value().toPlainString();
  }
}
