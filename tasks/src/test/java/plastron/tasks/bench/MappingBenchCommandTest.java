package plastron.tasks.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import org.junit.jupiter.api.Test;
import plastron.export.pipeline.ExportPipeline;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.cli.CommandRun;
import plastron.tasks.cli.ExitCode;

class MappingBenchCommandTest {

  @Test
  void everyPassIsTimed() {
    CommandRun run = CommandRun.of("bench", "mapping", "--network", "small", "--json");
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    List<JsonElement> results =
        JsonParser.parseString(run.out()).getAsJsonObject().getAsJsonArray("results").asList();
    assertThat(results).hasSize(2);
    for (JsonElement element : results) {
      JsonObject result = element.getAsJsonObject();
      assertThat(result.get("synapses").getAsLong()).isEqualTo(100_000);
      assertThat(result.get("cores").getAsInt()).isEqualTo(10);
      JsonObject passes = result.getAsJsonObject("passes_s");
      assertThat(passes.keySet()).startsWith("validate").endsWith("check ranges").hasSize(11);
      assertThat(passes.entrySet().stream().mapToDouble(p -> p.getValue().getAsDouble()).sum())
          .isEqualTo(result.get("total_s").getAsDouble());
    }
  }

  @Test
  void anUnknownNetworkIsRefused() {
    CommandRun run = CommandRun.of("bench", "mapping", "--network", "huge");
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).startsWith("plastron: Network (huge) must be one of one-projection");
  }

  @Test
  void whatDoesNotFitIsRefusedBefore() {
    MappedNetwork small = MappedNetwork.NAMED.getLast();
    MappingResult.requireHeap(small, 600, 601);
    assertThatThrownBy(() -> MappingResult.requireHeap(small, 601, 600))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "Network (small): about 601 MiB of memory would be needed, Java's heap has 600.");
  }

  /** Ten million static synapses were compiled in a heap of 520 MiB, not in one of 480. */
  @Test
  void memoryIsPredicted() {
    MappedNetwork small = MappedNetwork.NAMED.getLast();
    var graph = small.model().graph();
    double bytes = graph.bytes() + ExportPipeline.bytes(graph, MappedNetwork.STEPS);
    assertThat(bytes / small.synapses()).isBetween(480 * 0.1048576, 600 * 0.1048576);
  }
}
