package plastron.loihi.lava;

import java.util.ArrayList;
import java.util.List;
import plastron.export.fixedpoint.QuantizedArray;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageLayer;
import plastron.export.npz.NpyArray;

/** The arrays of an image as Lava has them, {@code [post][pre]}. */
final class NetworkArrays {

  private NetworkArrays() {}

  /** The content of {@code network.npz}. */
  static List<NpyArray> of(ChipImage image) {
    List<NpyArray> arrays = new ArrayList<>();
    for (int l = 0; l < image.layers().size(); l++) {
      ImageLayer layer = image.layers().get(l);
      for (QuantizedArray array : layer.arrays()) {
        arrays.add(turned(Names.array(l, array.name()), array.values()));
      }
    }
    return arrays;
  }

  private static NpyArray turned(String name, int[][] preByPost) {
    int pres = preByPost.length;
    int posts = preByPost[0].length;
    int[] values = new int[Math.multiplyExact(pres, posts)];
    for (int j = 0; j < pres; j++) {
      for (int i = 0; i < posts; i++) {
        values[i * pres + j] = preByPost[j][i];
      }
    }
    return NpyArray.ints(name, values, posts, pres);
  }
}
