package dev.maestro.engine.shadow;

import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.paper.PaperBookForm;
import dev.maestro.engine.paper.PaperKinds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** How a shadow book is written and read; the broker's fields stand beside its own. */
public final class ShadowBookForm {
  private static final Field<ShadowBook, SortedMap<Nonce, Instant>> TAKEN =
      Field.required("taken", Kinds.map(PaperKinds.NONCE, Kinds.TIME), ShadowBook::taken);

  private static final Field<ShadowBook, List<ShadowTrade>> CLOSED =
      Field.required("closed", Kinds.list(ShadowTradeForm.FORM), ShadowBook::closed);

  /** All of it; stores may write more beside it. */
  public static final Form<ShadowBook> FORM =
      Form.of(
              "a shadow book",
              in -> new ShadowBook(PaperBookForm.in(in), TAKEN.in(in), CLOSED.in(in)),
              fields())
          .open();

  private ShadowBookForm() {}

  private static List<Field<ShadowBook, ?>> fields() {
    List<Field<ShadowBook, ?>> all = new ArrayList<>(PaperBookForm.fieldsOf(ShadowBook::book));
    all.add(TAKEN);
    all.add(CLOSED);
    return all;
  }
}
