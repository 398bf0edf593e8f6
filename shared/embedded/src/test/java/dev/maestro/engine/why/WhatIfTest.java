package dev.maestro.engine.why;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.embedded.session.RandomSession;
import dev.maestro.engine.EngineVersion;
import dev.maestro.engine.archive.CycleArchive;
import dev.maestro.engine.archive.OtherConfig;
import dev.maestro.engine.form.Fields;
import dev.maestro.testing.conduct.CalmMarket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WhatIfTest {
  private static WhatIf under(Map<String, Object> sections) {
    OtherConfig other = new OtherConfig(Fields.of("", sections));
    WhatIf whatIf = new WhatIf();
    for (long seed = 1; seed <= 6; seed++) {
      RandomSession session = new RandomSession(seed, new CalmMarket());
      for (int slot = 0; slot < 20; slot++) {
        CycleArchive was = session.next().orElseThrow().archive(EngineVersion.CURRENT);
        whatIf.add(was.signals(), other.of(was).signals());
      }
    }
    return whatIf;
  }

  @Test
  void without_a_section_everything_stays_as_it_was() {
    WhatIf whatIf = under(Map.of());

    assertThat(whatIf.lines().get(0)).endsWith("of 120 cycles");
    assertThat(whatIf.lines().get(1)).contains("the same");
    assertThat(whatIf.lines().get(2)).startsWith("what bound");
  }

  @Test
  void a_wider_collar_approves_what_it_had_denied() {
    assertThat(
            under(Map.of("capital", Map.of("price_collar_pct", 100))).moved("DENIED -> APPROVED"))
        .isPositive();
  }

  @Test
  void one_seller_is_enough_where_the_threshold_says_so() {
    WhatIf whatIf = under(Map.of("systemic", Map.of("systemic_sell_threshold", 1)));

    assertThat(whatIf.moved("APPROVED -> DENIED")).isPositive();
  }
}
