package plastron.slayer.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.layered.LayerSynapses;
import plastron.plasticity.layered.LayeredModel;
import plastron.plasticity.layered.PlasticLayer;

/**
 * Where each parameter of a model stands in a {@link FlatVector}: layer by layer, projection by
 * projection, in order of declaration, row by row.
 */
public final class ParameterLayout {

  /**
   * One parameter of one projection.
   *
   * @param layer 0 for the first layer after the input
   * @param projection index in {@link PlasticLayer#projections()}
   * @param symbol the parameter
   * @param rows number of rows, see {@link plastron.plasticity.expr.Axis}
   * @param columns length of each row
   * @param offset index of the first entry
   */
  public record Slot(int layer, int projection, Symbol symbol, int rows, int columns, int offset) {
    /** Number of entries. */
    public int size() {
      return rows * columns;
    }
  }

  private final List<Slot> slots = new ArrayList<>();
  private final int size;

  /** The layout of a model's parameters. */
  public ParameterLayout(LayeredModel model) {
    int offset = 0;
    for (int l = 0; l < model.layers().size(); l++) {
      List<LayerSynapses> projections = model.layers().get(l).projections();
      for (int p = 0; p < projections.size(); p++) {
        for (Symbol symbol : projections.get(p).rule().symbols(Role.PARAMETER)) {
          double[][] value = projections.get(p).parameter(symbol.name());
          Slot slot = new Slot(l, p, symbol, value.length, value[0].length, offset);
          slots.add(slot);
          offset += slot.size();
        }
      }
    }
    size = offset;
  }

  /** All parameters, in order. */
  public List<Slot> slots() {
    return List.copyOf(slots);
  }

  /** Number of entries of a vector of this layout. */
  public int size() {
    return size;
  }

  /** The model's values as a vector. */
  public FlatVector flatten(LayeredModel model) {
    FlatVector vector = new FlatVector(size);
    for (Slot slot : slots) {
      PlasticLayer layer = model.layers().get(slot.layer());
      double[][] value = layer.projections().get(slot.projection()).parameter(slot.symbol().name());
      for (int r = 0; r < slot.rows(); r++) {
        for (int c = 0; c < slot.columns(); c++) {
          vector.set(slot.offset() + r * slot.columns() + c, value[r][c]);
        }
      }
    }
    return vector;
  }

  /** One parameter's entries, {@code [from][to]}. */
  public double[][] matrix(Slot slot, FlatVector vector) {
    double[][] value = new double[slot.rows()][slot.columns()];
    for (int r = 0; r < slot.rows(); r++) {
      for (int c = 0; c < slot.columns(); c++) {
        value[r][c] = vector.get(slot.offset() + r * slot.columns() + c);
      }
    }
    return value;
  }

  /**
   * A model with the vector's values; everything else is the given model's.
   *
   * @throws IllegalArgumentException if the vector has not {@link #size()} entries
   */
  public LayeredModel unflatten(FlatVector vector, LayeredModel model) {
    if (vector.size() != size) {
      throw new IllegalArgumentException(
          "Parameters (%d numbers) must be %d.".formatted(vector.size(), size));
    }
    List<PlasticLayer> layers = new ArrayList<>();
    for (int l = 0; l < model.layers().size(); l++) {
      List<LayerSynapses> projections = new ArrayList<>();
      for (int p = 0; p < model.layers().get(l).projections().size(); p++) {
        LayerSynapses given = model.layers().get(l).projections().get(p);
        projections.add(given.withParameters(parameters(l, p, vector)));
      }
      layers.add(model.layers().get(l).withProjections(projections));
    }
    return model.withLayers(layers);
  }

  private Map<String, double[][]> parameters(int layer, int projection, FlatVector vector) {
    Map<String, double[][]> parameters = new LinkedHashMap<>();
    for (Slot slot : slots) {
      if (slot.layer() == layer && slot.projection() == projection) {
        parameters.put(slot.symbol().name(), matrix(slot, vector));
      }
    }
    return parameters;
  }

  /**
   * Moves every entry into its parameter's bounds.
   *
   * @param vector modified
   * @param allowed the bounds of a parameter
   */
  public void project(FlatVector vector, Function<Symbol, Bounds> allowed) {
    for (Slot slot : slots) {
      Bounds bounds = allowed.apply(slot.symbol());
      if (bounds.areFinite()) {
        for (int i = slot.offset(); i < slot.offset() + slot.size(); i++) {
          vector.set(i, bounds.clip(vector.get(i)));
        }
      }
    }
  }
}
