package plastron.export.toy;

import java.util.List;
import plastron.export.kit.FixedPointChip;
import plastron.export.kit.FixedPointProgram;
import plastron.export.profile.CoreGrid;
import plastron.export.resource.Evidence;
import plastron.export.resource.Limit;
import plastron.export.resource.Scope;
import plastron.export.stage.QuantizedLayer;

/** A chip with 8-bit parameters and 64 synapses a core that computes everything else exactly. */
public class ToyProfile extends FixedPointChip {

  @Override
  public String name() {
    return "toy";
  }

  @Override
  public String title() {
    return "Toy chip";
  }

  @Override
  public String codePrefix() {
    return "T";
  }

  @Override
  public List<Limit> limits() {
    return List.of(
        new Limit("synapses", Scope.CORE, 64, "synapses", "ToyProfile", Evidence.CONFIRMED),
        new Limit("synapses", Scope.CHIP, 160, "synapses", "ToyProfile", Evidence.OPEN));
  }

  @Override
  public CoreGrid cores() {
    return new CoreGrid(3, 2);
  }

  @Override
  public boolean mayCut(List<QuantizedLayer<FixedPointProgram>> population) {
    return population.stream().noneMatch(layer -> layer.rule().equals("dp-bcm"));
  }
}
