"""Compares what run.py recorded with what Plastron's emulator expects; needs NumPy only.

    python3 run.py recorded.npz
    python3 compare.py recorded.npz

Exit code 0 if every spike and every learned number is the same, 1 at the first difference, which
is named, or if a file of the bundle is not what its manifest says, 2 if a file cannot be read.
"""
import hashlib
import json
import os
import sys
import zipfile

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
AXES = {"spikes": ("step", "neuron"), None: ("epoch", "post neuron", "pre neuron")}


def load(path):
    try:
        with np.load(path, allow_pickle=False) as arrays:
            return {name: arrays[name] for name in arrays.files}
    except (OSError, ValueError, EOFError, AttributeError, zipfile.BadZipFile) as problem:
        print("File (%s) cannot be read: %s" % (path, str(problem).split("\n")[0]))
        sys.exit(2)


def changed_files():
    """Names of files of the bundle that are missing or differ from the manifest."""
    try:
        with open(os.path.join(HERE, "manifest.json"), encoding="utf-8") as manifest:
            files = json.load(manifest)["files"]
    except (OSError, ValueError, KeyError, TypeError) as problem:
        print("File (manifest.json) cannot be read: %s" % problem)
        sys.exit(2)
    for file in files:
        path = os.path.join(HERE, file["name"])
        try:
            with open(path, "rb") as content:
                digest = hashlib.sha256(content.read()).hexdigest()
        except OSError:
            digest = "missing"
        if digest != file["sha256"]:
            yield "File %s (SHA-256 %s) must be that of the manifest, %s." % (
                file["name"], digest, file["sha256"])


def difference(name, recorded, expected):
    """One line about the earliest place in which two arrays differ, or None."""
    if recorded.shape != expected.shape:
        return "%s: recorded in the shape %s, expected %s" % (name, recorded.shape, expected.shape)
    places = np.argwhere(recorded != expected)
    if len(places) == 0:
        return None
    first = tuple(places[0])
    axes = AXES.get(name.rsplit(".", 1)[-1], AXES[None])
    where = ", ".join("%s %d" % (axis, index + (axis in ("step", "epoch")))
                      for axis, index in zip(axes, first))
    return "%s: %s recorded, %s expected at %s; %d of %d numbers differ" % (
        name, recorded[first], expected[first], where, len(places), expected.size)


def main():
    if len(sys.argv) != 2:
        print("Usage: compare.py RECORDED.npz")
        sys.exit(2)
    problems = list(changed_files())
    if not problems:
        expected = load(os.path.join(HERE, "expected.npz"))
        recorded = load(sys.argv[1])
        missing = sorted(set(expected) - set(recorded))
        problems += ["%s: not recorded, expected" % name for name in missing]
        found = [difference(name, recorded[name], expected[name])
                 for name in expected if name in recorded]
        problems += [line for line in found if line]
    if problems:
        print(problems[0])
        if len(problems) > 1:
            print("%d arrays or files differ." % len(problems))
        sys.exit(1)
    print("All equal: %d arrays, %d numbers, of which %d are not 0." % (
        len(expected), sum(a.size for a in expected.values()),
        sum(np.count_nonzero(a) for a in expected.values())))


if __name__ == "__main__":
    main()
