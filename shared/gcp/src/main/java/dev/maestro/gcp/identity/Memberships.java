package dev.maestro.gcp.identity;

import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import dev.maestro.gcp.firestore.Paths;
import dev.maestro.gcp.firestore.StoreCalls;
import dev.maestro.gcp.firestore.StoredFields;
import dev.maestro.gcp.firestore.UnreadableDocumentException;
import dev.maestro.gcp.tenant.Member;
import dev.maestro.gcp.tenant.MemberDocument;
import java.time.Duration;

/** Looks up what a caller may do: without a membership that can be read, nothing. */
public final class Memberships {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Firestore firestore;

  /** Reads them here, one document per call. */
  public Memberships(Firestore firestore) {
    this.firestore = firestore;
  }

  /**
   * The membership of a caller in the tenant of the call.
   *
   * @throws ForbiddenException (403) if there is none, or one that cannot be read
   * @throws dev.maestro.gcp.firestore.NoAnswerException (503) if Firestore does not answer
   */
  public Member of(Caller caller) throws ForbiddenException {
    DocumentSnapshot document =
        StoreCalls.await(
            firestore.document(Paths.of(caller.tenantId(), "users/" + caller.uid())).get(),
            PATIENCE);
    if (!document.exists()) {
      throw new ForbiddenException("the caller is no member of tenant " + caller.tenantId());
    }
    try {
      return MemberDocument.read(caller.uid(), StoredFields.of(document));
    } catch (UnreadableDocumentException broken) {
      throw new ForbiddenException("the membership cannot be read: " + broken.getMessage());
    }
  }
}
