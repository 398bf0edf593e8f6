package dev.maestro.engine.paper.desk;

import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.paper.PaperBookForm;
import dev.maestro.engine.paper.PaperKinds;
import dev.maestro.engine.paper.broker.PaperResult;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** How a desk's book is written and read; the broker's fields stand beside its own. */
public final class DeskBookForm {
  private static final Field<DeskBook, SortedMap<Nonce, String>> TOKENS =
      Field.required("tokens", Kinds.map(PaperKinds.NONCE, Kinds.NAME), DeskBook::tokens);
  private static final Field<DeskBook, List<PaperResult>> UNTOLD =
      Field.required("untold", Kinds.list(PaperResultForm.FORM), DeskBook::untold);

  /** All of it; stores may write more beside it. */
  public static final Form<DeskBook> FORM =
      Form.of("a desk's book", DeskBookForm::read, fields()).open();

  private DeskBookForm() {}

  private static List<Field<DeskBook, ?>> fields() {
    List<Field<DeskBook, ?>> all = new ArrayList<>(PaperBookForm.fieldsOf(DeskBook::book));
    all.add(TOKENS);
    all.add(UNTOLD);
    return all;
  }

  private static DeskBook read(Fields in) {
    return new DeskBook(PaperBookForm.in(in), TOKENS.in(in), UNTOLD.in(in));
  }
}
