package plastron.tasks.conformance.rate;

import java.util.Arrays;
import java.util.List;
import plastron.export.conformance.BrokenVectorException;
import plastron.export.conformance.VectorReader;
import plastron.plasticity.rate.BlockDescription;

/** A block as a reference vector has it. */
record FileDescription(VectorReader config, VectorReader params) implements BlockDescription {

  private static final int LIMIT = 1_000_000;

  @Override
  public boolean hasParameter(String name) {
    return params.has(name);
  }

  @Override
  public boolean hasSetting(String name) {
    return config.has(name);
  }

  @Override
  public int rows(String parameter) {
    return shape(parameter).getFirst();
  }

  @Override
  public int columns(String parameter) {
    return shape(parameter).getLast();
  }

  private List<Integer> shape(String parameter) {
    List<Integer> shape = NumberArray.read(params, parameter).shape();
    if (shape.size() != 2) {
      throw new BrokenVectorException(
          "params, %s (shape %s) must be a matrix".formatted(parameter, shape));
    }
    return shape;
  }

  @Override
  public double number(String setting) {
    return config.number(setting);
  }

  @Override
  public boolean flag(String setting) {
    return config.flag(setting);
  }

  @Override
  public String text(String setting) {
    return config.text(setting);
  }

  @Override
  public List<String> texts(String setting) {
    return config.texts(setting);
  }

  /** A setting that is a whole number of at least 0. */
  int count(String setting) {
    return config.integer(setting, 0, LIMIT);
  }

  /** A setting that is whole numbers of at least 0. */
  List<Integer> counts(String setting) {
    return Arrays.stream(config.ints(setting, -1, 0, LIMIT)).boxed().toList();
  }
}
