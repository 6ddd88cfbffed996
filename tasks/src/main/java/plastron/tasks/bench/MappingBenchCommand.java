package plastron.tasks.bench;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import plastron.export.profile.ChipProfiles;
import plastron.tasks.bench.machine.Machine;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.cli.ExitCode;

/** Measures how long it takes to map a large network onto a chip. */
@Command(
    name = "mapping",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Measures seconds for every pass of the compiler, and the most of Java's heap in use, for"
          + " networks without plasticity.",
      "Networks are compiled one after the other, each once; making them is not timed."
    })
public final class MappingBenchCommand implements Callable<Integer> {

  private static final List<String> CHIPS = List.of("loihi2", "spinnaker1");

  @Spec private CommandSpec spec;

  @Option(
      names = "--network",
      paramLabel = "NAME",
      description =
          "What to map: one-projection, twenty-projections (100,000 neurons and 10 million synapses"
              + " each, both unless given) or small; may be repeated.")
  private List<String> networks = new ArrayList<>();

  @Option(
      names = "--chip",
      paramLabel = "NAME",
      description = "What to map to (loihi2 and spinnaker1); may be repeated.")
  private List<String> chips = new ArrayList<>();

  @Option(names = "--json", description = "Prints one JSON object instead of a table.")
  private boolean json;

  @Override
  public Integer call() {
    List<MappedNetwork> mapped = networks();
    List<String> targets = chips.isEmpty() ? CHIPS : chips;
    targets.forEach(MappingBenchCommand::requireChip);
    PrintWriter out = spec.commandLine().getOut();
    JsonArray results = new JsonArray();
    for (MappedNetwork network : mapped) {
      for (String chip : targets) {
        MappingResult result = MappingResult.measure(network, chip);
        results.add(result.json());
        if (!json) {
          out.println(result.text());
          out.flush();
        }
      }
    }
    if (json) {
      JsonObject object = new JsonObject();
      object.add("machine", Machine.description());
      object.add("results", results);
      out.println(object);
    }
    return ExitCode.OK;
  }

  private List<MappedNetwork> networks() {
    return networks.isEmpty()
        ? MappedNetwork.NAMED.stream().filter(n -> !n.name().equals("small")).toList()
        : networks.stream().map(MappingBenchCommand::network).toList();
  }

  private static MappedNetwork network(String name) {
    return MappedNetwork.NAMED.stream()
        .filter(network -> network.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInputException(
                    "Network (%s) must be one of %s."
                        .formatted(
                            name,
                            MappedNetwork.NAMED.stream()
                                .map(MappedNetwork::name)
                                .collect(Collectors.joining(", ")))));
  }

  private static void requireChip(String name) {
    try {
      ChipProfiles.named(name);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(String.valueOf(e.getMessage()));
    }
  }
}
