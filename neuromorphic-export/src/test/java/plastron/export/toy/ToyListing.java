package plastron.export.toy;

import java.util.List;
import plastron.export.format.OutputFormat;
import plastron.export.image.ChipImage;
import plastron.export.image.OutputFile;

/** The populations of the toy, for who asks. */
public final class ToyListing implements OutputFormat {

  @Override
  public String name() {
    return "toy-listing";
  }

  @Override
  public String description() {
    return "listing.txt, populations by name";
  }

  @Override
  public boolean isFor(String chip) {
    return chip.equals("toy");
  }

  @Override
  public boolean isDefault() {
    return false;
  }

  @Override
  public List<OutputFile> write(ChipImage image) {
    requireIsFor(image);
    return List.of(
        OutputFile.text("listing.txt", "populations by name", image.populations() + "\n"));
  }
}
