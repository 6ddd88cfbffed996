package plastron.loihi.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageCore;
import plastron.export.image.ImageLayer;
import plastron.export.message.Sha256;
import plastron.loihi.chip.LoihiChip;

/** What registers.json says of a core is what the compiler counted and what the image holds. */
class RegisterFormatTest {

  private static final List<String> TABLES = List.of("weights", "tags", "delays");

  @ParameterizedTest
  @CsvSource({
    "loihi1, dp-linear",
    "loihi1, dp-bcm",
    "loihi2, dp-bcm",
    "loihi2, ndp-oja",
    "loihi2, static"
  })
  void everyCoreHasItsTables(String chip, String rule) {
    ChipImage image = CompiledModels.image(chip, rule);
    byte[] bytes = new RegisterFormat().write(image).getFirst().bytes();
    JsonObject root =
        JsonParser.parseString(new String(bytes, StandardCharsets.UTF_8)).getAsJsonObject();
    assertThat(root.get("format").getAsString()).isEqualTo("plastron-loihi-registers-3");
    assertThat(root.has("provenance")).isTrue();
    JsonArray cores = root.getAsJsonArray("cores");
    assertThat(cores).hasSize(image.cores().size());
    for (int c = 0; c < cores.size(); c++) {
      check(image, image.cores().get(c), cores.get(c).getAsJsonObject());
    }
  }

  private static void check(ChipImage image, ImageCore core, JsonObject found) {
    JsonArray groups = found.getAsJsonArray("synapse_groups");
    assertThat(sum(groups, "memory_bits")).isEqualTo(core.demand().of(LoihiChip.SYNAPSE_BITS));
    assertThat(sum(groups, "axon_slots")).isEqualTo(core.demand().of(LoihiChip.INPUT_AXONS));
    assertThat(found.getAsJsonArray("learning_profiles").size())
        .isEqualTo((int) core.demand().of(LoihiChip.LEARNING_PROFILES));
    ImageLayer layer = image.into(core.population()).getFirst();
    JsonArray row =
        groups.get(0).getAsJsonObject().getAsJsonArray("weights").get(1).getAsJsonArray();
    for (int i = core.from(); i < core.to(); i++) {
      assertThat(row.get(i - core.from()).getAsInt())
          .isEqualTo(layer.array("w_static").values()[1][i]);
    }
    List<Integer> numbers = new ArrayList<>();
    for (JsonElement group : groups) {
      for (String table : TABLES) {
        if (group.getAsJsonObject().has(table)) {
          group
              .getAsJsonObject()
              .getAsJsonArray(table)
              .forEach(r -> r.getAsJsonArray().forEach(n -> numbers.add(n.getAsInt())));
        }
      }
    }
    ByteBuffer bytes =
        ByteBuffer.allocate(Integer.BYTES * numbers.size()).order(ByteOrder.LITTLE_ENDIAN);
    numbers.forEach(bytes::putInt);
    assertThat(found.get("sha256").getAsString()).isEqualTo(Sha256.hex(bytes.array()));
  }

  private static long sum(JsonArray groups, String field) {
    long sum = 0;
    for (JsonElement group : groups) {
      sum += group.getAsJsonObject().get(field).getAsLong();
    }
    return sum;
  }
}
