package plastron.tasks.bench.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plastron.tasks.cli.BadInputException;

class WorkloadTest {

  @Test
  void namesAreThoseThatOtherProgramsReferTo() {
    assertThat(Workloads.names())
        .containsExactly(
            "ndp-oja-w10",
            "ndp-oja-w5",
            "ndp-oja-w1",
            "static-narrow",
            "static-wide-1",
            "static-wide-10",
            "dp-linear-w10",
            "stdp-w10");
  }

  @Test
  void aNameStandsForItsNumbers() {
    assertThat(Workload.of("static-wide-1"))
        .isEqualTo(
            new Workload("static-wide-1", "static", 700, List.of(256), 20, 100, 32, 0.01, 10));
  }

  @Test
  void aDescriptionIsItsOwnName() {
    String text = "ndp-oja 12-9-3 T=20 batch=4 density=0.25 window=5";
    assertThat(Workload.of(text))
        .isEqualTo(new Workload(text, "ndp-oja", 12, List.of(9), 3, 20, 4, 0.25, 5));
  }

  @Test
  void hiddenLayersMayBeSeveral() {
    String text = "ndp-oja 12-9-8-7-3 T=20 batch=4 density=0.25 window=5";
    assertThat(Workload.of(text).hidden()).containsExactly(9, 8, 7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ndp-oja-w2",
        "ndp-oja 40-64 T=400 batch=32 density=0.1 window=10",
        "ndp-oja 40-64-0-2 T=400 batch=32 density=0.1 window=10",
        "ndp-oja 40-64--2 T=400 batch=32 density=0.1 window=10",
        "ndp-oja 40-64-2 T=400 batch=0 density=0.1 window=10",
        "ndp-oja 40-64-2 T=400 batch=32 density=0 window=10",
        "ndp-oja 40-64-2 T=400 batch=32 density=1.5 window=10",
        "ndp-oja 40-64-2 T=400 batch=32 density=. window=10",
        "ndp-oja 40-64-2 T=400 batch=32 density=0.1 window=401",
        "ndp-ojja 40-64-2 T=400 batch=32 density=0.1 window=10"
      })
  void anythingElseIsRefusedWithItsText(String text) {
    assertThatThrownBy(() -> Workload.of(text))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(text);
  }

  @Test
  void theSweepVariesOneNumberAtATime() {
    List<Workload> sweep = Workloads.sweep();
    assertThat(sweep).doesNotHaveDuplicates().hasSizeGreaterThan(20);
    for (Workload centre : List.of(Workload.of("ndp-oja-w10"), Workload.of("static-wide-10"))) {
      List<Workload> family = sweep.stream().filter(w -> w.rule().equals(centre.rule())).toList();
      assertThat(family).extracting(Workload::hidden).contains(List.of(64), List.of(256));
      assertThat(family).extracting(Workload::steps).contains(100, 400);
      assertThat(family).extracting(Workload::batch).contains(1, 8, 32);
      assertThat(family).extracting(Workload::density).contains(0.01, 0.1);
      assertThat(family).extracting(Workload::window).contains(10, 50);
    }
  }
}
