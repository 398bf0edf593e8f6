package dev.maestro.cli.imports;

import dev.maestro.cli.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * How far an import came: {@code FILE.maestro-import} beside the journal, gone when it is done. It
 * only saves work: without it, or when it belongs to other content or another target, the import
 * starts at the first row and changes nothing twice.
 */
final class ImportMarker {
  private final Path path;
  private final String target;
  private final String fileHash;

  private ImportMarker(Path path, String target, String fileHash) {
    this.path = path;
    this.target = target;
    this.fileHash = fileHash;
  }

  /** The marker of a journal that goes to a target. */
  static ImportMarker of(Path journal, String target) throws IOException {
    return new ImportMarker(
        journal.resolveSibling(journal.getFileName() + ".maestro-import"), target, hash(journal));
  }

  /**
   * The last row that is stored, and all before it with it.
   *
   * @param id of its document: where that is gone, somebody emptied the store, and nothing is done
   */
  record Done(long line, String id) {}

  /** How far an earlier run came; empty if nothing is known. */
  Optional<Done> done() {
    try {
      Map<String, Object> marker = JsonText.readObject(Files.readString(path));
      boolean isMine =
          target.equals(marker.get("target")) && fileHash.equals(marker.get("file_sha256"));
      return isMine
          ? Optional.of(
              new Done(
                  Long.parseLong(String.valueOf(marker.get("done_line"))),
                  String.valueOf(marker.get("done_id"))))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException unusable) {
      return Optional.empty();
    }
  }

  /** Remembers a row; a folder that takes no files costs the memory only. */
  void store(Done done) {
    Map<String, Object> marker =
        Map.of(
            "target",
            target,
            "file_sha256",
            fileHash,
            "done_line",
            done.line(),
            "done_id",
            done.id());
    try {
      Files.writeString(path, JsonText.write(marker));
    } catch (IOException readOnly) {
      return;
    }
  }

  /** Forgets everything. */
  void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException readOnly) {
      return;
    }
  }

  private static String hash(Path journal) throws IOException {
    try (InputStream in =
        new DigestInputStream(
            Files.newInputStream(journal), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(((DigestInputStream) in).getMessageDigest().digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
