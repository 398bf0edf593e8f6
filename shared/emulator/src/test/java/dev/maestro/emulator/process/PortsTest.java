package dev.maestro.emulator.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortsTest {
  @Test
  void no_port_is_given_out_twice_nor_one_for_outgoing_connections() {
    List<Integer> ports = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      ports.addAll(Ports.free(4));
    }

    assertThat(ports).doesNotHaveDuplicates().allMatch(port -> port < 32_768);
  }

  @Test
  void a_port_in_use_is_not_free() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(Ports.isFree(taken.getLocalPort())).isFalse();
      assertThat(Ports.isListening(taken.getLocalPort())).isTrue();
    }
  }
}
