package org.sluis.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void namesTheBusyPortAndTheSettingThatMovesIt() throws IOException {
        Ports ports = Ports.free();
        try (ServerSocket taken = new ServerSocket(ports.clamd(), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(ports::requireFree)
                    .hasMessage("port %d (clamd) is in use; choose another with -Ddemo.port.clamd=<port>"
                            .formatted(taken.getLocalPort()));
        }
    }

    @Test
    void findsFreePortsThatAreAllDifferent() throws IOException {
        Ports ports = Ports.free();
        assertThat(ports.byName().values()).doesNotHaveDuplicates().hasSize(8);
        assertThatCode(ports::requireFree).doesNotThrowAnyException();
    }
}
