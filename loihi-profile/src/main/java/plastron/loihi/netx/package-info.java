/**
 * Networks for netx, the loader of lava-dl: a chain of layers with integer weights in HDF5. The
 * ways in are {@link plastron.loihi.netx.NetxFormat}, which writes them, and {@link
 * plastron.loihi.netx.NetxFile}, which reads them.
 */
@NullMarked
package plastron.loihi.netx;

import org.jspecify.annotations.NullMarked;
