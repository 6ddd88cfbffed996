package plastron.export.toy;

import java.util.List;
import plastron.export.format.OutputFormat;
import plastron.export.image.ChipImage;
import plastron.export.image.OutputFile;

/** What the loader of the toy reads. */
public final class ToyLoad implements OutputFormat {

  @Override
  public String name() {
    return "toy-load";
  }

  @Override
  public String description() {
    return "tool/load.txt, for the toy loader";
  }

  @Override
  public boolean isFor(String chip) {
    return chip.equals("toy");
  }

  @Override
  public List<OutputFile> write(ChipImage image) {
    requireIsFor(image);
    return List.of(
        OutputFile.text("tool/load.txt", "for the toy loader", "load " + image.model() + "\n"));
  }
}
