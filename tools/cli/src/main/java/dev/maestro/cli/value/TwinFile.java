package dev.maestro.cli.value;

import dev.maestro.cli.CommandFailure;
import dev.maestro.cli.JsonText;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.twin.TwinState;
import dev.maestro.engine.twin.TwinStateForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code twin.json} beside a log of decisions: the twin as the last of them left it. A log holds no
 * prices, so the twin cannot be made of it again; the hash of the last record ties the two
 * together.
 */
public final class TwinFile {
  private static final String LAST = "last_record";

  private TwinFile() {}

  /** Writes it beside a log. */
  public static void write(Path log, List<String> records, TwinState twin) throws IOException {
    String last = hash(records.get(records.size() - 1));
    Files.writeString(
        beside(log),
        JsonText.write(Written.of(LAST, last).with("twin", TwinStateForm.FORM.write(twin))));
  }

  /**
   * The twin of a log.
   *
   * @throws CommandFailure if there is none, or it is that of another log
   */
  static TwinState read(Path log) {
    if (!Files.isRegularFile(log)) {
      throw new CommandFailure(log + " is not there: run ./maestro demo, or name a log it wrote");
    }
    Path file = beside(log);
    if (!Files.isRegularFile(file)) {
      throw new CommandFailure(
          file
              + " is not there: a log holds no prices, so its twin must stand beside it, as"
              + " ./maestro demo writes it");
    }
    try {
      Fields fields = JsonText.readFile(file);
      List<String> records = Files.readAllLines(log);
      String last = records.isEmpty() ? "" : hash(records.get(records.size() - 1));
      if (!fields.get(LAST, Kinds.TEXT).equals(last)) {
        throw new CommandFailure(
            file + " is the twin of another log than " + log + ": run ./maestro demo again");
      }
      return TwinStateForm.FORM.read(fields.fields("twin"));
    } catch (UnreadableValueException unreadable) {
      throw new CommandFailure(file + " cannot be used: " + unreadable.getMessage());
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new CommandFailure(log + " cannot be read: name a log of JSON lines in UTF-8");
    }
  }

  private static Path beside(Path log) {
    return log.resolveSibling("twin.json");
  }

  private static String hash(String record) {
    return JsonText.fields(record).get("hash", Kinds.TEXT);
  }
}
