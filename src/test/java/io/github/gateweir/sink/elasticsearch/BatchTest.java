package io.github.gateweir.sink.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gateweir.sink.Document;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchTest {

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 7, 1000})
  void theHalvesAreTheWholeAndNeitherIsEmpty(int size) {
    List<Document> documents = IntStream.range(0, size).mapToObj(Documents::event).toList();
    Batch batch = Batch.of(documents);

    assertThat(batch.firstHalf().documents()).isNotEmpty();
    assertThat(batch.secondHalf().documents()).isNotEmpty();
    assertThat(batch.firstHalf().documents())
        .isEqualTo(documents.subList(0, batch.firstHalf().documents().size()));
    assertThat(batch.secondHalf().documents())
        .isEqualTo(documents.subList(batch.firstHalf().documents().size(), size));
  }

  @Test
  void countsTheFailuresInARow() {
    Document document = Documents.event(1);
    Batch batch = Batch.of(List.of(document, Documents.event(2)));

    assertThat(batch.failures()).isZero();
    assertThat(batch.isSingle()).isFalse();
    Batch twice = batch.again(batch.documents()).again(List.of(document));
    assertThat(twice.failures()).isEqualTo(2);
    assertThat(twice.isSingle()).isTrue();
  }
}
