package dev.maestro.cli.imports;

import dev.maestro.cli.Terminal;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar over the lines of a journal; invisible where nobody watches. */
final class ImportBar implements AutoCloseable {
  private final Optional<ProgressBar> bar;

  private ImportBar(Optional<ProgressBar> bar) {
    this.bar = bar;
  }

  /** A bar that ends at the given line. */
  static ImportBar upTo(long lastLine) {
    return new ImportBar(
        Terminal.isInteractive()
            ? Optional.of(
                new ProgressBarBuilder()
                    .setTaskName("Storing")
                    .setInitialMax(lastLine)
                    .setUnit(" lines", 1)
                    .setStyle(ProgressBarStyle.ASCII)
                    .build())
            : Optional.empty());
  }

  void storedUpTo(long line) {
    bar.ifPresent(shown -> shown.stepTo(line));
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }
}
