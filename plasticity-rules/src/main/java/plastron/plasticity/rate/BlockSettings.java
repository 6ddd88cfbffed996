package plastron.plasticity.rate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import plastron.core.check.Require;

/**
 * What a block is besides the shapes of its parameters: settings by name. With the shapes they say
 * the whole block ({@link #shaped}). Immutable.
 *
 * @param numbers not NaN
 * @param flags true or false
 * @param texts one or several
 */
public record BlockSettings(
    Map<String, Double> numbers, Map<String, Boolean> flags, Map<String, List<String>> texts) {

  /** No settings. */
  public static final BlockSettings NONE = new BlockSettings(Map.of(), Map.of(), Map.of());

  public BlockSettings {
    numbers = Require.all("Numbers of a block's settings", numbers);
    flags = Require.all("Flags of a block's settings", flags);
    texts = Require.all("Texts of a block's settings", texts);
    numbers.forEach(
        (name, value) -> {
          if (value.isNaN()) {
            throw new IllegalArgumentException(
                "Setting %s (NaN) must be a number.".formatted(name));
          }
        });
  }

  /** These and a number. */
  public BlockSettings with(String name, double value) {
    return new BlockSettings(added(numbers, name, value), flags, texts);
  }

  /** These and a truth. */
  public BlockSettings with(String name, boolean value) {
    return new BlockSettings(numbers, added(flags, name, value), texts);
  }

  /** These and a text, or several. */
  public BlockSettings with(String name, List<String> values) {
    return new BlockSettings(numbers, flags, added(texts, name, List.copyOf(values)));
  }

  /**
   * These and a constant, by its name in lower case; {@link BlockDescription#constant} reads it.
   */
  public BlockSettings with(String name, Enum<?> value) {
    return with(name, List.of(value.name().toLowerCase(Locale.ROOT)));
  }

  private static <V> Map<String, V> added(Map<String, V> known, String name, V value) {
    Map<String, V> more = new LinkedHashMap<>(known);
    more.put(name, value);
    return more;
  }

  /**
   * A description by these settings and by parameters of the right shapes.
   *
   * @param parameters {@code [row][column]} by name; not copied
   */
  public BlockDescription shaped(Map<String, double[][]> parameters) {
    return new Shaped(this, parameters);
  }

  private record Shaped(BlockSettings settings, Map<String, double[][]> parameters)
      implements BlockDescription {

    @Override
    public boolean hasParameter(String name) {
      return parameters.containsKey(name);
    }

    @Override
    public boolean hasSetting(String name) {
      return settings.numbers.containsKey(name)
          || settings.flags.containsKey(name)
          || settings.texts.containsKey(name);
    }

    @Override
    public int rows(String parameter) {
      return find("parameter", parameter, parameters).length;
    }

    @Override
    public int columns(String parameter) {
      double[][] rows = find("parameter", parameter, parameters);
      if (rows.length == 0) {
        throw new IllegalArgumentException(
            "A block's parameter %s (0 rows) must have at least 1.".formatted(parameter));
      }
      return rows[0].length;
    }

    @Override
    public double number(String setting) {
      return find("number", setting, settings.numbers);
    }

    @Override
    public boolean flag(String setting) {
      return find("flag", setting, settings.flags);
    }

    @Override
    public String text(String setting) {
      List<String> values = texts(setting);
      if (values.size() != 1) {
        throw new IllegalArgumentException(
            "A block's setting %s (%s) must be one text.".formatted(setting, values));
      }
      return values.getFirst();
    }

    @Override
    public List<String> texts(String setting) {
      return find("text", setting, settings.texts);
    }

    private static <V> V find(String what, String name, Map<String, V> among) {
      V value = among.get(name);
      if (value == null) {
        throw new IllegalArgumentException(
            "A block's %s (%s) must be one of %s.".formatted(what, name, among.keySet()));
      }
      return value;
    }
  }
}
