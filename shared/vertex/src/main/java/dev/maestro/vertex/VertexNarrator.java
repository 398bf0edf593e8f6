package dev.maestro.vertex;

import com.google.api.gax.core.NoCredentialsProvider;
import com.google.api.gax.grpc.GrpcCallContext;
import com.google.api.gax.grpc.InstantiatingGrpcChannelProvider;
import com.google.api.gax.retrying.RetrySettings;
import com.google.api.gax.rpc.ApiException;
import com.google.cloud.vertexai.api.Content;
import com.google.cloud.vertexai.api.GenerateContentRequest;
import com.google.cloud.vertexai.api.GenerationConfig;
import com.google.cloud.vertexai.api.Part;
import com.google.cloud.vertexai.api.PredictionServiceClient;
import com.google.cloud.vertexai.api.PredictionServiceSettings;
import dev.maestro.engine.narration.NarrationPrompt;
import dev.maestro.engine.narration.NarrationReason;
import dev.maestro.engine.narration.Narrator;
import dev.maestro.engine.narration.NarratorAnswer;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A narrator on Vertex AI. The client is made with the first question, not with the process: a cold
 * start does not wait for it. Ten seconds bound all of it, credentials and connection included; a
 * call is made once, and its transport gives up at the same time.
 */
public final class VertexNarrator implements Narrator, AutoCloseable {
  /** What a narrator may take. */
  public static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Thinking counts. */
  private static final int MOST_TOKENS = 2048;

  private static final float TEMPERATURE = 0.2f;

  /**
   * Cycles of one instance that are told at once; a thread that hangs is given up with its call.
   */
  private static final int MOST_AT_ONCE = 4;

  private final VertexSettings settings;
  private final Duration patience;
  private final ThreadPoolExecutor threads;
  private Optional<PredictionServiceClient> client = Optional.empty();

  /** Asks the model that the settings name; nothing is opened yet. */
  public VertexNarrator(VertexSettings settings) {
    this(settings, PATIENCE);
  }

  /** The same that gives up after another time. */
  public VertexNarrator(VertexSettings settings, Duration patience) {
    this.settings = settings;
    this.patience = patience;
    this.threads =
        new ThreadPoolExecutor(
            0,
            MOST_AT_ONCE,
            30,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            VertexNarrator::thread);
  }

  @Override
  public String model() {
    return settings.model();
  }

  @Override
  public NarratorAnswer narrate(NarrationPrompt prompt) {
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      Future<NarratorAnswer> asked = threads.submit(() -> ask(prompt, deadline));
      return await(asked, deadline);
    } catch (RejectedExecutionException full) {
      return NarratorAnswer.none(NarrationReason.BUSY, "");
    }
  }

  private static NarratorAnswer await(Future<NarratorAnswer> asked, long deadline) {
    try {
      return asked.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      asked.cancel(true);
      return NarratorAnswer.none(NarrationReason.TIMEOUT, "");
    } catch (InterruptedException stop) {
      asked.cancel(true);
      Thread.currentThread().interrupt();
      return NarratorAnswer.none(NarrationReason.UNFINISHED, "interrupted");
    } catch (ExecutionException failure) {
      Throwable cause = failure.getCause() == null ? failure : failure.getCause();
      return NarratorAnswer.none(NarrationReason.FAILED, cause.getClass().getSimpleName());
    }
  }

  private NarratorAnswer ask(NarrationPrompt prompt, long deadline) {
    PredictionServiceClient open;
    try {
      open = client();
    } catch (IOException noCredentials) {
      return NarratorAnswer.none(NarrationReason.NOT_PERMITTED, "no credentials");
    }
    Duration left = Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
    try {
      return ModelAnswers.of(
          open.generateContentCallable()
              .call(request(prompt), GrpcCallContext.createDefault().withTimeoutDuration(left)));
    } catch (ApiException failure) {
      return ModelAnswers.of(failure.getStatusCode().getCode());
    }
  }

  private GenerateContentRequest request(NarrationPrompt prompt) {
    return GenerateContentRequest.newBuilder()
        .setModel(settings.resource())
        .setSystemInstruction(Content.newBuilder().addParts(part(prompt.instruction())))
        .addContents(Content.newBuilder().setRole("user").addParts(part(prompt.facts())))
        .setGenerationConfig(
            GenerationConfig.newBuilder()
                .setCandidateCount(1)
                .setMaxOutputTokens(MOST_TOKENS)
                .setTemperature(TEMPERATURE))
        .build();
  }

  private static Part.Builder part(String text) {
    return Part.newBuilder().setText(text);
  }

  /** One that cannot be made is tried again with the next question. */
  private synchronized PredictionServiceClient client() throws IOException {
    if (client.isEmpty()) {
      client = Optional.of(PredictionServiceClient.create(clientSettings()));
    }
    return client.get();
  }

  private PredictionServiceSettings clientSettings() throws IOException {
    PredictionServiceSettings.Builder builder = PredictionServiceSettings.newBuilder();
    InstantiatingGrpcChannelProvider.Builder channel =
        PredictionServiceSettings.defaultGrpcTransportProviderBuilder()
            .setEndpoint(settings.endpoint());
    boolean isEmulated = settings.emulator().isPresent();
    channel.setChannelConfigurator(
        made -> isEmulated ? made.disableRetry().usePlaintext() : made.disableRetry());
    if (isEmulated) {
      builder.setCredentialsProvider(NoCredentialsProvider.create());
    }
    builder.setEndpoint(settings.endpoint()).setTransportChannelProvider(channel.build());
    builder
        .generateContentSettings()
        .setRetryableCodes()
        .setRetrySettings(
            RetrySettings.newBuilder()
                .setMaxAttempts(1)
                .setInitialRpcTimeoutDuration(patience)
                .setRpcTimeoutMultiplier(1)
                .setMaxRpcTimeoutDuration(patience)
                .setTotalTimeoutDuration(patience)
                .build());
    return builder.build();
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "narrator");
    thread.setDaemon(true);
    return thread;
  }

  /** Ends what is under way. */
  @Override
  public synchronized void close() {
    threads.shutdownNow();
    client.ifPresent(PredictionServiceClient::shutdownNow);
  }
}
