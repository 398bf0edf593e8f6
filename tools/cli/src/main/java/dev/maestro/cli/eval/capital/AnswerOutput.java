package dev.maestro.cli.eval.capital;

import dev.maestro.engine.capital.command.AnswerDetail;
import dev.maestro.engine.capital.command.CommandAnswer;
import dev.maestro.engine.capital.sizing.NotionalCut;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the answer of one step: its code, and what the command gives back. */
final class AnswerOutput {
  private AnswerOutput() {}

  static Map<String, Object> of(CommandAnswer answer) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("code", answer.code().name());
    put(answer.detail(), result);
    return result;
  }

  static List<Map<String, Object>> cuts(List<NotionalCut> cuts) {
    return cuts.stream()
        .map(
            cut ->
                Map.<String, Object>of(
                    "code", cut.code().name(),
                    "from", cut.from().toString(),
                    "to", cut.to().toString()))
        .toList();
  }

  private static void put(AnswerDetail detail, Map<String, Object> result) {
    if (detail instanceof AnswerDetail.EntryReserved reserved) {
      result.put("notional", reserved.notional().toString());
      result.put("cuts", cuts(reserved.cuts()));
    } else if (detail instanceof AnswerDetail.TooLittle left) {
      result.put("cuts", cuts(left.cuts()));
    } else if (detail instanceof AnswerDetail.ExitReserved reserved) {
      result.put("quantity", reserved.quantity().toString());
      result.put("side", reserved.side().name());
      result.put("cancel", texts(reserved.cancel()));
    } else if (detail instanceof AnswerDetail.Granted granted) {
      result.put("repeated", granted.repeated());
      granted.quantity().ifPresent(quantity -> result.put("quantity", quantity.toString()));
    } else if (detail instanceof AnswerDetail.Reported reported && reported.cancel()) {
      result.put("cancel", true);
    } else if (detail instanceof AnswerDetail.Settled settled) {
      result.put("changed", texts(settled.changed()));
    } else if (detail instanceof AnswerDetail.Compared compared) {
      result.put("drift", texts(compared.drift()));
    } else if (detail instanceof AnswerDetail.Fenced fenced) {
      result.put("fence", fenced.fence());
    }
  }

  private static List<String> texts(List<?> names) {
    return names.stream().map(Object::toString).toList();
  }
}
