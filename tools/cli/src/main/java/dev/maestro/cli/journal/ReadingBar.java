package dev.maestro.cli.journal;

import dev.maestro.cli.Terminal;
import dev.maestro.embedded.journal.source.ReadProgress;
import java.util.function.Consumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar over the bytes of a journal; invisible where nobody watches. */
public final class ReadingBar implements ReadProgress, AutoCloseable {
  private static final long MIB = 1 << 20;

  private final ProgressBar bar;

  private ReadingBar(ProgressBar bar) {
    this.bar = bar;
  }

  /** Runs a reading under a bar that says what it is for. */
  public static void watch(String task, long bytes, Consumer<ReadProgress> reading) {
    if (!Terminal.isInteractive()) {
      reading.accept(ReadProgress.NONE);
      return;
    }
    try (ReadingBar bar =
        new ReadingBar(
            new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(bytes)
                .setUnit(" MiB", MIB)
                .setStyle(ProgressBarStyle.ASCII)
                .build())) {
      reading.accept(bar);
    }
  }

  @Override
  public void bytesRead(long bytes) {
    bar.stepTo(bytes);
  }

  @Override
  public void close() {
    bar.close();
  }
}
