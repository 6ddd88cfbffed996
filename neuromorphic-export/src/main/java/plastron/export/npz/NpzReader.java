package plastron.export.npz;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import plastron.export.file.BrokenFileException;

/** Reads arrays of one axis from files that {@code numpy.savez} writes. */
public final class NpzReader {

  private static final int PREFIX = 10;
  private static final int MOST_HEADER = 1 << 16;
  private static final String MAGIC = "\u0093NUMPY\u0001\u0000";
  private static final Pattern HEADER =
      Pattern.compile(
          "\\{'descr': '(<i4|<i8|<f4|<f8|\\|u1)', 'fortran_order': (?:False|True),"
              + " 'shape': \\((\\d{1,18}),\\), ?\\}\\s*");

  private final Path file;
  private final long most;

  private NpzReader(Path file, long most) {
    this.file = file;
    this.most = most;
  }

  /**
   * All arrays, as numbers in double precision.
   *
   * @param most bytes that they may take in memory together
   * @return by name, without {@code .npy}
   * @throws BrokenFileException if the file is something else, or too long
   * @throws NoSuchFileException if there is none
   */
  public static Map<String, double[]> read(Path file, long most) throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    return new NpzReader(file, most).all();
  }

  private Map<String, double[]> all() throws IOException {
    Map<String, double[]> arrays = new LinkedHashMap<>();
    long taken = 0;
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (Enumeration<? extends ZipEntry> e = zip.entries(); e.hasMoreElements(); ) {
        ZipEntry entry = e.nextElement();
        String name = entry.getName();
        if (!name.endsWith(".npy")) {
          throw broken("has an entry (%s), expected names that end in .npy.".formatted(name));
        }
        try (InputStream in = zip.getInputStream(entry)) {
          double[] array = array(name, in, most - taken);
          taken += (long) array.length * Double.BYTES;
          arrays.put(name.substring(0, name.length() - ".npy".length()), array);
        }
      }
    } catch (ZipException e) {
      throw new BrokenFileException(file, "is no npz file: %s.".formatted(e.getMessage()), e);
    }
    return arrays;
  }

  private double[] array(String name, InputStream in, long room) throws IOException {
    ByteBuffer prefix = ByteBuffer.wrap(in.readNBytes(PREFIX)).order(ByteOrder.LITTLE_ENDIAN);
    if (prefix.capacity() < PREFIX
        || !new String(prefix.array(), 0, MAGIC.length(), StandardCharsets.ISO_8859_1)
            .equals(MAGIC)) {
      throw broken("has an entry (%s) that is not NPY 1.0.".formatted(name));
    }
    int length = prefix.getShort(PREFIX - Short.BYTES) & (MOST_HEADER - 1);
    String header = new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
    Matcher matcher = HEADER.matcher(header);
    if (!matcher.matches()) {
      throw broken(
          "has an array (%s, %s), expected one axis of numbers <i4, <i8, <f4, <f8 or |u1."
              .formatted(name, header.strip()));
    }
    String type = matcher.group(1);
    long count = Long.parseLong(matcher.group(2));
    int width = type.charAt(2) - '0';
    if (count > Math.min(room, Integer.MAX_VALUE - 16L) / Double.BYTES) {
      throw broken("has an array (%s, %d numbers) that is too long.".formatted(name, count));
    }
    byte[] bytes = in.readNBytes((int) count * width);
    if (bytes.length < count * width || in.read() >= 0) {
      throw broken("has an array (%s) that is not as long as it says.".formatted(name));
    }
    ByteBuffer numbers = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    double[] array = new double[(int) count];
    for (int k = 0; k < array.length; k++) {
      array[k] = number(type, numbers);
    }
    return array;
  }

  private static double number(String type, ByteBuffer numbers) {
    return switch (type) {
      case "<i4" -> numbers.getInt();
      case "<i8" -> numbers.getLong();
      case "<f4" -> numbers.getFloat();
      case "<f8" -> numbers.getDouble();
      default -> numbers.get() & 0xff;
    };
  }

  private BrokenFileException broken(String reason) {
    return new BrokenFileException(file, reason);
  }
}
