package dev.maestro.cli.deploy;

import dev.maestro.engine.market.HealthRegime;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.signal.MarketSnapshot;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.signal.Signals;
import dev.maestro.engine.signal.Strategy;
import dev.maestro.engine.signal.account.AccountSnapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** A strategy that a jar names. */
public final class ShippedStrategy implements Strategy {
  @Override
  public StrategyId id() {
    return new StrategyId("shipped");
  }

  @Override
  public Signal evaluate(MarketSnapshot market, AccountSnapshot account, HealthRegime regime) {
    return Signals.hold(id(), "aboard", market.asOf());
  }

  /** A folder with a jar that names this strategy. */
  static Path folder(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (OutputStream bytes = Files.newOutputStream(folder.resolve("shipped.jar"));
        JarOutputStream jar = new JarOutputStream(bytes)) {
      jar.putNextEntry(new JarEntry("META-INF/services/" + Strategy.class.getName()));
      jar.write(ShippedStrategy.class.getName().getBytes(StandardCharsets.UTF_8));
    }
    return folder;
  }
}
