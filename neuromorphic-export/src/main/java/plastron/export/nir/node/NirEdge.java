package plastron.export.nir.node;

/**
 * What one node gives goes to another, unchanged.
 *
 * @param from name of the node that gives
 * @param to name of the node that takes
 */
public record NirEdge(String from, String to) implements Comparable<NirEdge> {

  @Override
  public int compareTo(NirEdge other) {
    int byFrom = from.compareTo(other.from);
    return byFrom != 0 ? byFrom : to.compareTo(other.to);
  }

  @Override
  public String toString() {
    return from + " to " + to;
  }
}
