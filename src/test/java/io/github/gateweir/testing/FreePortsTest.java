package io.github.gateweir.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreePortsTest {

  @Test
  void triesOtherPortsWhenOneWasTaken() {
    List<List<Integer>> tries = new ArrayList<>();

    List<Integer> ports =
        FreePorts.start(
            2,
            offered -> {
              tries.add(offered);
              if (tries.size() == 1) {
                throw failure("java.net.BindException: no");
              }
              return offered;
            });

    assertThat(tries).hasSize(2).doesNotHaveDuplicates().last().isEqualTo(ports);
    assertThat(ports).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void doesNotTryAgainWhenAnotherPortWouldNotHelp() {
    List<List<Integer>> tries = new ArrayList<>();

    assertThatThrownBy(
            () ->
                FreePorts.start(
                    1,
                    offered -> {
                      tries.add(offered);
                      throw failure("java.lang.OutOfMemoryError");
                    }))
        .isInstanceOf(ServerStartException.class);
    assertThat(tries).hasSize(1);
  }

  private static ServerStartException failure(String log) {
    return new ServerStartException("The server ended", log, null);
  }
}
