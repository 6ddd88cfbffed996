package plastron.slayer.initialise;

import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.QRDecomposition;
import plastron.plasticity.initialise.Initialiser;
import plastron.plasticity.initialise.Normal;

/**
 * A matrix with orthogonal rows or columns (whichever are fewer), uniform among all such: the QR
 * decomposition of a normal draw with the signs of R's diagonal moved into Q (Mezzadri 2007).
 *
 * @param mean added to every entry, finite
 * @param deviation root mean square of the entries before the mean is added, finite, at least 0
 */
public record Orthogonal(double mean, double deviation) implements Initialiser {

  public Orthogonal {
    if (!Double.isFinite(mean) || !(deviation >= 0) || Double.isInfinite(deviation)) {
      throw new IllegalArgumentException(
          "Orthogonal draw (mean %s, deviation %s) needs finite numbers and a deviation of at"
                  .formatted(mean, deviation)
              + " least 0.");
    }
  }

  @Override
  public double[][] draw(int rows, int columns, RandomGenerator random) {
    int longer = Math.max(rows, columns);
    int shorter = Math.min(rows, columns);
    DMatrixRMaj normal = new DMatrixRMaj(new Normal(0, 1).draw(longer, shorter, random));
    QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(longer, shorter);
    if (!qr.decompose(normal)) {
      throw new IllegalStateException("QR decomposition of a normal draw failed.");
    }
    DMatrixRMaj q = qr.getQ(null, true);
    DMatrixRMaj r = qr.getR(null, true);
    // Orthonormal columns of length "longer" have a root mean square of 1 / sqrt(longer).
    double scale = deviation * Math.sqrt(longer);
    double[][] entries = new double[rows][columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        int along = rows >= columns ? i : j;
        int which = rows >= columns ? j : i;
        double sign = r.get(which, which) < 0 ? -1 : 1;
        entries[i][j] = mean + scale * sign * q.get(along, which);
      }
    }
    return entries;
  }
}
