package plastron.export.nir.node;

import plastron.export.hdf5.Hdf5Fields;
import plastron.export.hdf5.Hdf5Group;

/**
 * A node of a NIR graph that is no graph itself.
 *
 * @param name unique in its graph; those of inner graphs begin with the graph's name and a full
 *     stop
 * @param type as NIR writes it, such as {@code CubaLIF}, or {@link #IDENTITY}
 * @param fields its numbers and, perhaps, metadata
 */
public record NirNode(String name, String type, Hdf5Fields fields) {

  /** Where an inner graph begins or ends: what comes in goes out. */
  public static final String IDENTITY = "Identity";

  static NirNode of(String name, String type, Hdf5Group group) {
    return new NirNode(name, type, new Hdf5Fields("Node %s (%s)".formatted(name, type), group));
  }

  /** As messages call it. */
  public String subject() {
    return fields.subject();
  }

  /** What others wrote beside the node's own numbers. */
  public Hdf5Fields metadata() {
    return fields.innerOrEmpty("metadata");
  }
}
