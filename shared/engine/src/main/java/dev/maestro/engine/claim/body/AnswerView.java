package dev.maestro.engine.claim.body;

import dev.maestro.engine.capital.command.AnswerDetail;
import dev.maestro.engine.capital.command.CommandAnswer;
import dev.maestro.engine.capital.sizing.NotionalCut;
import dev.maestro.engine.form.View;
import java.util.List;
import java.util.Optional;

/** What is shown of an answer: its code, and what the command gives back. */
public final class AnswerView {
  private static final View<NotionalCut> CUT =
      View.<NotionalCut>empty()
          .with("code", NotionalCut::code)
          .with("from", cut -> cut.from().toString())
          .with("to", cut -> cut.to().toString());

  /** All of it. */
  public static final View<CommandAnswer> ANSWER =
      View.<CommandAnswer>empty()
          .with("code", CommandAnswer::code)
          .all(View.choice(AnswerView::viewOf), CommandAnswer::detail);

  private AnswerView() {}

  /** The cuts of a size, each with the bound that made it. */
  public static List<?> cuts(List<NotionalCut> cuts) {
    return cuts.stream().map(CUT::write).toList();
  }

  private static View<AnswerDetail> viewOf(AnswerDetail detail) {
    View<AnswerDetail> nothing = View.empty();
    if (detail instanceof AnswerDetail.EntryReserved reserved) {
      return nothing
          .with("notional", shown -> reserved.notional().toString())
          .with("cuts", shown -> cuts(reserved.cuts()));
    }
    if (detail instanceof AnswerDetail.TooLittle left) {
      return nothing.with("cuts", shown -> cuts(left.cuts()));
    }
    if (detail instanceof AnswerDetail.ExitReserved reserved) {
      return nothing
          .with("quantity", shown -> reserved.quantity().toString())
          .with("side", shown -> reserved.side())
          .with("cancel", shown -> texts(reserved.cancel()));
    }
    if (detail instanceof AnswerDetail.Granted granted) {
      return nothing
          .with("repeated", shown -> granted.repeated())
          .ifPresent("quantity", shown -> granted.quantity().map(Object::toString));
    }
    return viewOfOthers(detail, nothing);
  }

  private static View<AnswerDetail> viewOfOthers(AnswerDetail detail, View<AnswerDetail> nothing) {
    if (detail instanceof AnswerDetail.Reported reported) {
      return nothing.ifPresent(
          "cancel", shown -> Optional.of(true).filter(unused -> reported.cancel()));
    }
    if (detail instanceof AnswerDetail.Settled settled) {
      return nothing.with("changed", shown -> texts(settled.changed()));
    }
    if (detail instanceof AnswerDetail.Compared compared) {
      return nothing.with("drift", shown -> compared.drift());
    }
    return detail instanceof AnswerDetail.Fenced fenced
        ? nothing.with("fence", shown -> fenced.fence())
        : nothing;
  }

  private static List<String> texts(List<?> names) {
    return names.stream().map(Object::toString).toList();
  }
}
