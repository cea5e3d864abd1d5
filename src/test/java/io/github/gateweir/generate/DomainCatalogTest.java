package io.github.gateweir.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DomainCatalogTest {

  @Test
  void inventsNoNameTwice() {
    Dice dice = new Dice(1);
    Set<String> names = new HashSet<>();
    for (int i = 0; i < DomainCatalog.SIZE; i++) {
      names.add(InventedNames.name(i, dice));
    }
    assertThat(names).hasSize(DomainCatalog.SIZE);
  }

  @Test
  void drawsFromMoreThanTenThousandNames() {
    Dice dice = new Dice(1);
    Set<String> names = new HashSet<>();
    for (int i = 0; i < 200_000; i++) {
      names.add(DomainCatalog.INSTANCE.draw(false, dice).serverName());
    }
    assertThat(names).hasSizeGreaterThan(10_000);
  }
}
