/** Programs that use Plastron as a library; README.md shows what each prints. */
package examples;
