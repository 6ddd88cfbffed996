package plastron.export.toy;

/**
 * What a rule becomes on the toy chip.
 *
 * @param family name in the catalogue
 */
public record ToyRule(String family) {}
