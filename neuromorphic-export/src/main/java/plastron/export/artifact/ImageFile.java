package plastron.export.artifact;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import plastron.export.file.BrokenFileException;
import plastron.export.file.WholeFile;
import plastron.export.fixedpoint.ArrayParts;
import plastron.export.fixedpoint.QuantizedArray;
import plastron.export.image.BrokenImageException;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageCheck;
import plastron.export.image.ImageLayer;
import plastron.export.message.Envelope;
import plastron.export.proto.ImageProto;

/** Chip images in files. The same image always gives the same bytes. */
public final class ImageFile {

  static final Envelope ENVELOPE = new Envelope("PLASIMAG", 4, "chip image of Plastron");

  private static final int CHAIN_VERSION = 1;
  private static final int GRAPH_VERSION = 2;
  private static final int SETTINGS_VERSION = 3;
  private static final int PARTS_VERSION = 4;

  private ImageFile() {}

  /**
   * Writes an image; the file is there completely or not at all.
   *
   * @throws java.nio.file.FileAlreadyExistsException if the file exists
   */
  public static void write(ChipImage image, Path file) throws IOException {
    WholeFile.create(file, bytes(image));
  }

  /**
   * Reads an image.
   *
   * @throws BrokenFileException if the file is something else, cut off, damaged or of another
   *     format version
   */
  public static ChipImage read(Path file) throws IOException {
    CodedInputStream in = ENVELOPE.read(file);
    try {
      ImageProto message = ImageProto.parseFrom(in);
      in.checkLastTagWas(0);
      ChipImage image = ImageMessage.read(message);
      ImageCheck.require(image);
      return image;
    } catch (InvalidProtocolBufferException | IllegalArgumentException | BrokenImageException e) {
      throw new BrokenFileException(file, "holds no valid chip image: " + e.getMessage(), e);
    }
  }

  /** The content of the file. */
  public static byte[] bytes(ChipImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    // Maps have no order of their own in Protobuf.
    out.useDeterministicSerialization();
    try {
      ImageMessage.write(image).writeTo(out);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ENVELOPE.wrap(version(image), bytes.toByteArray());
  }

  private static int version(ChipImage image) {
    if (image.layers().stream().anyMatch(ImageFile::hasParts)) {
      return PARTS_VERSION;
    }
    if (!image.settings().isEmpty()) {
      return SETTINGS_VERSION;
    }
    return ImageMessage.isChain(image) ? CHAIN_VERSION : GRAPH_VERSION;
  }

  /** Whoever knows of no parts would take the first for the whole. */
  private static boolean hasParts(ImageLayer layer) {
    List<String> names = layer.arrays().stream().map(QuantizedArray::name).toList();
    return names.stream().anyMatch(name -> ArrayParts.isPart(name, names));
  }
}
