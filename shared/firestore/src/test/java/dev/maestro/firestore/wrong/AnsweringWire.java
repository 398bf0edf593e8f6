package dev.maestro.firestore.wrong;

import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.FirestoreOptions;
import com.google.firestore.v1.BatchGetDocumentsRequest;
import com.google.firestore.v1.BatchGetDocumentsResponse;
import com.google.firestore.v1.CommitRequest;
import com.google.firestore.v1.CommitResponse;
import com.google.firestore.v1.Document;
import com.google.firestore.v1.RunQueryRequest;
import com.google.firestore.v1.RunQueryResponse;
import com.google.firestore.v1.StructuredQuery;
import com.google.firestore.v1.Value;
import com.google.firestore.v1.WriteResult;
import com.google.protobuf.Timestamp;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Firestore at the end of the wire, as far as a cycle uses it: the client library and all that is
 * ours run as deployed, and no network is between. It answers with the documents that it holds, and
 * takes every commit without keeping it, so that each cycle starts from the same.
 */
final class AnsweringWire implements ClientInterceptor {
  private static final Timestamp READ = Timestamp.newBuilder().setSeconds(1).build();

  private final ExecutorService answering = Executors.newSingleThreadExecutor();
  private SortedMap<String, Document> documents = new TreeMap<>();

  /** Holds these documents from now on, by full name. */
  void hold(SortedMap<String, Document> other) {
    documents = other;
  }

  /** The client library as it is deployed, but for this at its wire. */
  static Firestore connect(String project, String host, ClientInterceptor wire) {
    return FirestoreOptions.newBuilder()
        .setProjectId(project)
        .setCredentials(new FirestoreOptions.EmulatorCredentials())
        .setChannelProvider(
            FirestoreOptions.getDefaultTransportChannelProviderBuilder()
                .setInterceptorProvider(() -> List.of(wire))
                .setEndpoint(host)
                .setChannelConfigurator(builder -> builder.usePlaintext())
                .build())
        .build()
        .getService();
  }

  Firestore firestore(String project) {
    return connect(project, "localhost:1", this);
  }

  void close() {
    answering.shutdown();
  }

  @Override
  public <Q, A> ClientCall<Q, A> interceptCall(
      MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
    return new Answered<>(method);
  }

  private List<Object> answers(Object request) {
    if (request instanceof BatchGetDocumentsRequest get) {
      return get.getDocumentsList().stream().map(this::one).toList();
    }
    if (request instanceof RunQueryRequest query) {
      return found(query);
    }
    if (request instanceof CommitRequest commit) {
      CommitResponse.Builder written = CommitResponse.newBuilder().setCommitTime(READ);
      commit
          .getWritesList()
          .forEach(write -> written.addWriteResults(WriteResult.newBuilder().setUpdateTime(READ)));
      return List.of(written.build());
    }
    throw new IllegalStateException("a cycle does not ask " + request.getClass());
  }

  private Object one(String name) {
    BatchGetDocumentsResponse.Builder answer =
        BatchGetDocumentsResponse.newBuilder().setReadTime(READ);
    return documents.containsKey(name)
        ? answer.setFound(documents.get(name)).build()
        : answer.setMissing(name).build();
  }

  private List<Object> found(RunQueryRequest query) {
    StructuredQuery asked = query.getStructuredQuery();
    String below = query.getParent() + "/" + asked.getFrom(0).getCollectionId() + "/";
    List<Object> answers = new ArrayList<>();
    documents
        .tailMap(below)
        .forEach(
            (name, document) -> {
              if (name.startsWith(below) && isAsked(asked, document)) {
                answers.add(
                    RunQueryResponse.newBuilder().setReadTime(READ).setDocument(document).build());
              }
            });
    answers.add(RunQueryResponse.newBuilder().setReadTime(READ).build());
    return answers;
  }

  /** A filter finds values of its own type only; what lies between is left to the reader. */
  private static boolean isAsked(StructuredQuery query, Document document) {
    if (!query.hasWhere()) {
      return true;
    }
    StructuredQuery.FieldFilter first =
        query.getWhere().getCompositeFilter().getFilters(0).getFieldFilter();
    Value held = document.getFieldsMap().get(first.getField().getFieldPath());
    return held != null && held.getValueTypeCase() == first.getValue().getValueTypeCase();
  }

  private final class Answered<Q, A> extends ClientCall<Q, A> {
    private final MethodDescriptor<Q, A> method;
    private Listener<A> listener = new Listener<>() {};
    private List<Object> answers = List.of();

    Answered(MethodDescriptor<Q, A> method) {
      this.method = method;
    }

    @Override
    public void start(Listener<A> asking, Metadata headers) {
      listener = asking;
    }

    @Override
    public void sendMessage(Q request) {
      answers = answers(request);
    }

    @Override
    public void halfClose() {
      answering.execute(
          () -> {
            listener.onHeaders(new Metadata());
            answers.forEach(answer -> listener.onMessage(typed(answer)));
            listener.onClose(Status.OK, new Metadata());
          });
    }

    private A typed(Object answer) {
      return method.parseResponse(
          ((com.google.protobuf.MessageLite) answer).toByteString().newInput());
    }

    @Override
    public void request(int messages) {
      // All of them come at once.
    }

    @Override
    public void cancel(String why, Throwable cause) {
      // There is nothing to stop.
    }
  }
}
