package dev.maestro.vertex;

import com.google.api.gax.rpc.StatusCode;
import com.google.cloud.vertexai.api.Candidate;
import com.google.cloud.vertexai.api.GenerateContentResponse;
import com.google.cloud.vertexai.api.GenerateContentResponse.PromptFeedback.BlockedReason;
import com.google.cloud.vertexai.api.Part;
import dev.maestro.engine.narration.NarrationReason;
import dev.maestro.engine.narration.NarratorAnswer;
import java.util.stream.Collectors;

/** What an answer of the service, or its failure, means to a narrator. */
final class ModelAnswers {
  private ModelAnswers() {}

  /** The text of the first candidate without its thoughts, if it ended as texts end. */
  static NarratorAnswer of(GenerateContentResponse response) {
    BlockedReason blocked = response.getPromptFeedback().getBlockReason();
    if (blocked != BlockedReason.BLOCKED_REASON_UNSPECIFIED) {
      return NarratorAnswer.none(NarrationReason.FILTERED, blocked.name());
    }
    if (response.getCandidatesCount() == 0) {
      return NarratorAnswer.none(NarrationReason.EMPTY, "no candidate");
    }
    Candidate candidate = response.getCandidates(0);
    return switch (candidate.getFinishReason()) {
      case STOP, FINISH_REASON_UNSPECIFIED -> text(candidate);
      case MAX_TOKENS -> NarratorAnswer.none(NarrationReason.CUT_SHORT, "");
      case SAFETY, RECITATION, BLOCKLIST, PROHIBITED_CONTENT, SPII, MODEL_ARMOR ->
          NarratorAnswer.none(NarrationReason.FILTERED, candidate.getFinishReason().name());
      default -> NarratorAnswer.none(NarrationReason.FAILED, candidate.getFinishReason().name());
    };
  }

  /** A call that failed with this code. */
  static NarratorAnswer of(StatusCode.Code code) {
    NarrationReason reason =
        switch (code) {
          case NOT_FOUND -> NarrationReason.MODEL_NOT_FOUND;
          case DEADLINE_EXCEEDED -> NarrationReason.TIMEOUT;
          case RESOURCE_EXHAUSTED -> NarrationReason.QUOTA;
          case PERMISSION_DENIED, UNAUTHENTICATED -> NarrationReason.NOT_PERMITTED;
          case UNAVAILABLE -> NarrationReason.UNAVAILABLE;
          default -> NarrationReason.FAILED;
        };
    return NarratorAnswer.none(reason, code.name());
  }

  private static NarratorAnswer text(Candidate candidate) {
    String text =
        candidate.getContent().getPartsList().stream()
            .filter(part -> part.hasText() && !part.getThought())
            .map(Part::getText)
            .collect(Collectors.joining());
    return text.isBlank()
        ? NarratorAnswer.none(NarrationReason.EMPTY, "no text")
        : new NarratorAnswer.Text(text);
  }
}
