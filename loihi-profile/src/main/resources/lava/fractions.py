

# Registers of neuron programs are 16-bit fractions (Q15); products round to the nearest, sums
# saturate. Loihi 2 allows for that; the arithmetic of its microcode is not public.

LARGEST = np.iinfo(np.int64).max
SMALLEST = np.iinfo(np.int64).min


def shift(value, by):
    """value * 2**-by, halves up; what passes 63 bits saturates."""
    value = np.asarray(value, dtype=np.int64)
    if by > 62:
        return np.zeros_like(value)
    if by > 0:
        return (value + (1 << (by - 1))) >> by
    left = min(-by, 62)
    bound = LARGEST >> left
    ends = np.where(value > 0, LARGEST, SMALLEST)
    return np.where((value > bound) | (value < -bound - 1), ends, value << left)


def times(a, b):
    return shift(np.asarray(a, dtype=np.int64) * b, 15)


def plus(a, b):
    total = a + b
    ends = np.where(a < 0, SMALLEST, LARGEST)
    return np.where(((a ^ total) & (b ^ total)) < 0, ends, total)


def limit(value):
    return np.clip(value, -32768, 32767)


def follow(rates, decay, impulse, spikes):
    """One step of rates: all decay, and those whose neuron spiked grow by the impulse."""
    rates = times(rates, decay)
    return np.where(spikes.astype(bool), limit(rates + impulse), rates)


def trace(value):
    return np.clip(value, 0, 127)
