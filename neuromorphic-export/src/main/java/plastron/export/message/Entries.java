package plastron.export.message;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plastron.export.proto.EntryProto;

/** Maps of texts, which messages hold as lists of entries in their order. */
public final class Entries {

  private Entries() {}

  /** One entry. */
  public static EntryProto write(String key, String value) {
    return EntryProto.newBuilder().setKey(key).setValue(value).build();
  }

  /**
   * All entries in their order; throws {@link IllegalArgumentException} if a key stands twice.
   *
   * @param subject what they are, for the error
   */
  public static Map<String, String> read(List<EntryProto> entries, String subject) {
    Map<String, String> map = new LinkedHashMap<>();
    for (EntryProto entry : entries) {
      if (map.put(entry.getKey(), entry.getValue()) != null) {
        throw new IllegalArgumentException(
            "%s names (%s) twice.".formatted(subject, entry.getKey()));
      }
    }
    return map;
  }
}
