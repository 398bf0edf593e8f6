package dev.maestro.functions.conduct;

import com.google.cloud.vertexai.api.Candidate;
import com.google.cloud.vertexai.api.Content;
import com.google.cloud.vertexai.api.GenerateContentRequest;
import com.google.cloud.vertexai.api.GenerateContentResponse;
import com.google.cloud.vertexai.api.Part;
import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** The method of the service that a narrator calls, on this machine, answering as it is told. */
final class LoopbackVertex implements AutoCloseable {
  private static final String SERVICE = "google.cloud.aiplatform.v1.PredictionService";

  private static final MethodDescriptor<GenerateContentRequest, GenerateContentResponse> METHOD =
      MethodDescriptor.<GenerateContentRequest, GenerateContentResponse>newBuilder()
          .setType(MethodDescriptor.MethodType.UNARY)
          .setFullMethodName(MethodDescriptor.generateFullMethodName(SERVICE, "GenerateContent"))
          .setRequestMarshaller(ProtoUtils.marshaller(GenerateContentRequest.getDefaultInstance()))
          .setResponseMarshaller(
              ProtoUtils.marshaller(GenerateContentResponse.getDefaultInstance()))
          .build();

  private final Server server;
  private volatile Manner manner = hanging();
  private final AtomicInteger calls = new AtomicInteger();

  /** What becomes of a call. */
  @FunctionalInterface
  interface Manner {
    void answer(GenerateContentRequest request, StreamObserver<GenerateContentResponse> to);
  }

  LoopbackVertex() throws IOException {
    server =
        Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
            .addService(
                ServerServiceDefinition.builder(SERVICE)
                    .addMethod(METHOD, ServerCalls.asyncUnaryCall(this::answer))
                    .build())
            .build()
            .start();
  }

  String host() {
    return "127.0.0.1:" + server.getPort();
  }

  /** From now on. */
  void behave(Manner next) {
    calls.set(0);
    manner = next;
  }

  int calls() {
    return calls.get();
  }

  private void answer(
      GenerateContentRequest request, StreamObserver<GenerateContentResponse> observer) {
    calls.incrementAndGet();
    manner.answer(request, observer);
  }

  static Manner saying(String text) {
    return candidate(
        Candidate.newBuilder()
            .setFinishReason(Candidate.FinishReason.STOP)
            .setContent(
                Content.newBuilder()
                    .addParts(Part.newBuilder().setThought(true).setText("9 thoughts. "))
                    .addParts(Part.newBuilder().setText(text)))
            .build());
  }

  static Manner candidate(Candidate candidate) {
    return responding(GenerateContentResponse.newBuilder().addCandidates(candidate).build());
  }

  static Manner responding(GenerateContentResponse response) {
    return (request, to) -> {
      to.onNext(response);
      to.onCompleted();
    };
  }

  static Manner failing(Status status) {
    return (request, to) -> to.onError(status.asRuntimeException());
  }

  static Manner hanging() {
    return (request, to) -> {};
  }

  @Override
  public void close() {
    server.shutdownNow();
  }
}
