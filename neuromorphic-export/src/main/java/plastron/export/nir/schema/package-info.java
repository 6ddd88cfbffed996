/**
 * What a NIR file says in its metadata and NIR itself cannot: rules, their parameters, signals,
 * drives, and the exact numbers of a model. The way in is {@link
 * plastron.export.nir.schema.PlasticitySchema}; docs/nir-plasticity.md describes it.
 */
@NullMarked
package plastron.export.nir.schema;

import org.jspecify.annotations.NullMarked;
