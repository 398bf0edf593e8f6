package dev.maestro.engine.audit;

import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kinds;
import java.util.List;

/** How the head of a chain is written and read; stores write more beside it. */
public final class ChainHeadForm {
  private static final Field<ChainHead, Long> SEQ =
      Field.required(ChainRecord.SEQ, Kinds.WHOLE, ChainHead::seq);
  private static final Field<ChainHead, String> HASH =
      Field.required(ChainRecord.HASH, Kinds.TEXT, ChainHead::hash);

  /** All of it. */
  public static final Form<ChainHead> FORM =
      Form.of("the head of a chain", ChainHeadForm::read, List.of(SEQ, HASH)).open();

  private ChainHeadForm() {}

  private static ChainHead read(Fields in) {
    ChainHead head = new ChainHead(SEQ.in(in), HASH.in(in));
    if (head.seq() < 0) {
      throw in.wrong(SEQ.name(), "0 or above", head.seq());
    }
    if (head.seq() == 0 && !head.equals(ChainHead.EMPTY)) {
      throw in.wrong(HASH.name(), "64 zeros before the first record", head.hash());
    }
    return head;
  }
}
