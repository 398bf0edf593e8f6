package dev.maestro.embedded.journal.fill;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** How an execution stands in a file between two steps of one run; not a format to keep. */
final class ExecutionForm {
  private ExecutionForm() {}

  static void write(Execution execution, DataOutputStream out) throws IOException {
    Execution.Origin origin = execution.origin();
    write(origin.id(), out);
    out.writeLong(origin.line());
    write(origin.agent(), out);
    write(origin.account(), out);
    write(origin.instrument(), out);
    write(origin.text(), out);
    Instant at = execution.at();
    out.writeLong(at.getEpochSecond());
    out.writeInt(at.getNano());
    out.writeByte(execution.sign());
    write(execution.effect().name(), out);
    write(execution.quantity().toString(), out);
    write(execution.price().toString(), out);
    write(execution.multiplier().toString(), out);
    write(execution.fee().toString(), out);
    write(execution.pnl().map(BigDecimal::toString).orElse(""), out);
  }

  static Execution read(DataInputStream in) throws IOException {
    Execution.Origin origin =
        new Execution.Origin(text(in), in.readLong(), text(in), text(in), text(in), text(in));
    Instant at = Instant.ofEpochSecond(in.readLong(), in.readInt());
    int sign = in.readByte();
    Execution.Effect effect = Execution.Effect.valueOf(text(in));
    BigDecimal quantity = new BigDecimal(text(in));
    BigDecimal price = new BigDecimal(text(in));
    BigDecimal multiplier = new BigDecimal(text(in));
    BigDecimal fee = new BigDecimal(text(in));
    Optional<BigDecimal> pnl =
        Optional.of(text(in)).filter(text -> !text.isEmpty()).map(BigDecimal::new);
    return new Execution(origin, at, sign, effect, quantity, price, multiplier, fee, pnl);
  }

  private static void write(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }
}
