package dev.maestro.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Sha256Test {
  /** FIPS 180-4, the examples of NIST. */
  @Test
  void known_texts_have_known_hashes() {
    assertThat(Sha256.hex(""))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThat(Sha256.hex("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void texts_are_hashed_as_utf_8() {
    assertThat(Sha256.hex("\u20AC")).isNotEqualTo(Sha256.hex("?"));
  }

  @Test
  void no_two_lists_hash_the_same_bytes() {
    assertThat(Sha256.hexOfParts("ab", "c")).isNotEqualTo(Sha256.hexOfParts("a", "bc"));
    assertThat(Sha256.hexOfParts("a")).isNotEqualTo(Sha256.hexOfParts("a", ""));
    assertThat(Sha256.hexOfParts()).isEqualTo(Sha256.hex(""));
    assertThat(Sha256.hexOfParts("abc")).isEqualTo(Sha256.hex("\0\0\0\3abc"));
    assertThat(Sha256.hexOfParts("x".repeat(258)))
        .isNotEqualTo(Sha256.hexOfParts("x".repeat(2)))
        .isNotEqualTo(Sha256.hex("\0\0\0\2" + "x".repeat(258)));
  }
}
