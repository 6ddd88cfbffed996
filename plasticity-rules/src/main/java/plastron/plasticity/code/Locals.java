package plastron.plasticity.code;

import java.util.HashMap;
import java.util.Map;

/** Which local variable holds what. */
final class Locals<K> {

  private final Map<K, Integer> slots = new HashMap<>();

  void put(K key, int slot) {
    slots.put(key, slot);
  }

  boolean has(K key) {
    return slots.containsKey(key);
  }

  int of(K key) {
    Integer slot = slots.get(key);
    if (slot == null) {
      throw new IllegalStateException("No local variable holds %s here.".formatted(key));
    }
    return slot;
  }

  void clear() {
    slots.clear();
  }
}
