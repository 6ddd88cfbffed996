package plastron.export.npz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Reads what {@link NpzFile} writes, after the description of the format. */
public final class NpzContent {

  private static final Pattern HEADER =
      Pattern.compile(
          "\\{'descr': '([^']+)', 'fortran_order': False, 'shape': \\(([^)]*)\\), \\} *\n");

  private NpzContent() {}

  /** All arrays in their order. */
  public static List<NpyArray> of(byte[] bytes) throws IOException {
    List<NpyArray> arrays = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName();
        if (!name.endsWith(".npy")) {
          throw new IOException("Entry (%s) must end in .npy.".formatted(name));
        }
        arrays.add(array(name.substring(0, name.length() - 4), zip.readAllBytes()));
      }
    }
    return arrays;
  }

  /** The numbers of an array, whatever their type. */
  public static int[] numbers(NpyArray array) {
    if (array.type().equals("|u1")) {
      int[] numbers = new int[array.data().length];
      Arrays.setAll(numbers, k -> array.data()[k] & 0xff);
      return numbers;
    }
    int[] numbers = new int[array.data().length / Integer.BYTES];
    ByteBuffer.wrap(array.data()).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(numbers);
    return numbers;
  }

  private static NpyArray array(String name, byte[] bytes) throws IOException {
    ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    byte[] magic = new byte[6];
    file.get(magic);
    if (!new String(magic, StandardCharsets.ISO_8859_1).equals("\u0093NUMPY")
        || file.getShort() != 1) {
      throw new IOException("Entry (%s) must be NPY 1.0.".formatted(name));
    }
    byte[] header = new byte[file.getShort()];
    file.get(header);
    if (file.position() % 64 != 0) {
      throw new IOException("Numbers of %s begin at (%d).".formatted(name, file.position()));
    }
    Matcher read = HEADER.matcher(new String(header, StandardCharsets.US_ASCII));
    if (!read.matches()) {
      throw new IOException("Header of %s cannot be read.".formatted(name));
    }
    List<Integer> shape =
        Arrays.stream(read.group(2).split(",", -1))
            .map(String::strip)
            .filter(axis -> !axis.isEmpty())
            .map(Integer::valueOf)
            .toList();
    byte[] data = new byte[file.remaining()];
    file.get(data);
    return new NpyArray(name, read.group(1), shape, data);
  }
}
