"""Reads a NIR file with the metadata group `plasticity` (schema nir-plasticity/1) and runs it: neurons, synapses and rules.

Needs NumPy and h5py only, and is one file, to be copied and read: every line is a definition and none is fast. What the fields
mean, and in which order a step does things, stands in docs/nir-plasticity.md; the section numbers below are those of that page.

    python3 nir_plasticity.py MODEL.nir INPUT.json           prints spikes, potentials and plastic weights as JSON
    python3 nir_plasticity.py --check MODEL.nir VECTOR.json  exit code 0 if they are those that the vector expects, 1 if not
"""

import json
import sys
from collections import deque

import h5py
import numpy as np

SCHEMA = "nir-plasticity/1"
FUNCTIONS = {
    "tanh": np.tanh,
    "sigmoid": lambda v: 1 / (1 + np.exp(-v)),
    "positive": lambda v: np.maximum(v, 0),
}


def value(node):
    """A data set as a number, a text, an array of numbers or a list of texts."""
    found = node[()]
    if isinstance(found, bytes):
        return found.decode()
    if isinstance(found, np.ndarray) and found.dtype.kind in "SO":
        texts = [t.decode() if isinstance(t, bytes) else t for t in found.ravel()]
        return texts if found.ndim < 2 else [texts[i : i + found.shape[1]] for i in range(0, len(texts), found.shape[1])]
    return found


def tree(group):
    """A group as a dictionary."""
    return {name: tree(child) if isinstance(child, h5py.Group) else value(child) for name, child in group.items()}


def listed(fields, name):
    """The groups of a list, whose names count from 0."""
    group = fields.get(name, {})
    return [group[str(k)] for k in range(len(group))]


def shaped(axis, array):
    """An array so that axes broadcast: rows are PRE, columns are POST (section 2)."""
    return np.reshape(array, (-1, 1)) if axis == "PRE" else np.reshape(array, (1, -1)) if axis == "POST" else array


class Kernel:
    """A response kernel over some trains (section 4)."""

    def __init__(self, fields, count):
        self.fields = fields
        self.count = count
        self.reset()

    def reset(self):
        self.p = np.zeros(self.count)
        self.q = np.zeros(self.count)
        self.past = deque([np.zeros(self.count)] * len(self.fields.get("taps", [0])))

    def respond(self, arriving):
        if "taps" in self.fields:
            self.past.appendleft(arriving)
            self.past.pop()
            return sum(tap * past for tap, past in zip(self.fields["taps"], self.past))
        if "exponential" in self.fields:
            self.p = np.exp(-1 / self.fields["exponential"]) * self.p + arriving
            return self.p
        if "alpha" in self.fields:
            decay = np.exp(-1 / self.fields["alpha"])
            self.q = decay * (self.q + self.p)
            self.p = decay * self.p + arriving
            return np.e / self.fields["alpha"] * self.q
        return arriving


class Site:
    """A rule at work: on the synapses of a projection, or as a drive, which is one row of them (section 5)."""

    def __init__(self, fields, rule, pre, post, weights=None):
        self.fields = fields
        self.name = fields["name"]
        self.sources = dict(fields["sources"])
        self.axes = {name: axis for name, axis, _, _ in rule["symbols"]}
        self.roles = {name: role for name, _, role, _ in rule["symbols"]}
        self.bounds = {row[0]: bounds for row, bounds in zip(rule["symbols"], rule["bounds"])}
        self.form = rule["normal_form"]
        self.shape = {"PRE": (pre, 1), "POST": (1, post), "SYNAPSE": (pre, post), "GLOBAL": ()}
        self.present = self.scattered(np.ones(len(fields["targets"]))) if "degrees" in fields else np.ones((pre, post))
        self.values = {}
        for parameter in listed(fields, "parameters"):
            self.values[parameter["name"]] = self.parameter(parameter, weights)
        self.reset()

    def scattered(self, flat):
        """Numbers of synapses that there are, as a matrix with 0 where there are none."""
        matrix = np.zeros(self.shape["SYNAPSE"])
        rows = np.repeat(np.arange(len(self.fields["degrees"])), self.fields["degrees"])
        matrix[rows, self.fields["targets"]] = flat
        return matrix

    def parameter(self, parameter, weights):
        axis = self.axes[parameter["name"]]
        if "value" not in parameter:
            return weights.T * self.present
        array = np.asarray(parameter["value"])
        if axis == "SYNAPSE":
            return self.scattered(array.ravel()) if "degrees" in self.fields else array
        return array.ravel()[0] if axis == "GLOBAL" else array if array.shape[0] > 1 else shaped(axis, array.ravel())

    def reset(self):
        for update in listed(self.form, "updates"):
            self.values[update["symbol"]] = np.full(self.shape[self.axes[update["symbol"]]], update["initial"])

    def sum_of_products(self, fields):
        total = 0.0
        for coefficient, product in zip(fields["coefficients"], fields["products"]):
            term = coefficient
            for factor in product.split():
                term = term * self.values[factor]
            total = total + term
        return total

    def signal(self, step):
        if step["kind"] == "dot":
            vector = np.ravel(self.values[step["vector"]])
            return shaped(step["axis"], vector @ np.reshape(self.values[step["matrix"]], (len(vector), -1)))
        if step["kind"] == "sum":
            return self.sum_of_products(step)
        operand = self.values[step["operand"]]
        return np.clip(operand, *step["ends"]) if step["function"] == "clamp" else FUNCTIONS[step["function"]](operand)

    def update(self, given):
        """All right-hand sides read the old states, then all states take their new values, then bounds clip them."""
        self.values.update(given)
        for step in listed(self.form, "signals"):
            self.values[step["symbol"]] = self.signal(step)
        new = {u["symbol"]: self.sum_of_products(u) for u in listed(self.form, "updates")}
        for name, state in new.items():
            clipped = np.clip(np.broadcast_to(state, self.shape[self.axes[name]]), *self.bounds[name])
            self.values[name] = clipped * self.present if self.axes[name] == "SYNAPSE" else clipped

    def weight(self):
        return np.broadcast_to(self.sum_of_products(self.form["weight"]), self.shape["SYNAPSE"]) * self.present


class Projection:
    """Spikes to currents (section 4)."""

    def __init__(self, fields, site, pre, post):
        self.fields = fields
        self.site = site
        self.axon = fields["place"] == "AXON"
        self.trace = fields["delivery"] == "TRACE"
        self.delay = int(fields["delay"])
        self.pre = pre
        self.post = post
        self.kernel = Kernel(fields, pre if self.trace else post)
        self.reset()

    def reset(self):
        self.site.reset()
        self.start = self.w = self.site.weight()
        self.kernel.reset()
        self.line = deque([np.zeros(self.pre if self.axon else self.post)] * self.delay)

    def meet(self, spikes):
        """Spikes meet their weights: as filtered trains, or as they are and their products are filtered."""
        return self.kernel.respond(spikes) @ self.w if self.trace else spikes @ self.w

    def current(self, spikes):
        """The current of this step; `spikes` of this step count where there is no delay."""
        if not self.axon and self.delay:
            arrived = self.line.popleft()
        else:
            arrived = self.meet(self.line.popleft() if self.delay else spikes)
        return arrived if self.trace else self.kernel.respond(arrived)

    def end_step(self, spikes):
        if self.delay:
            self.line.append(spikes if self.axon else self.meet(spikes))


class Population:
    """Neurons (section 3)."""

    def __init__(self, fields):
        self.name, self.size, self.kind = fields["name"], int(fields["size"]), fields["kind"]
        self.number = {k: np.broadcast_to(fields.get(k, 0.0), self.size) for k in ("theta", "decay", "bias")}
        self.hard = fields.get("reset") == "HARD"
        self.reset()

    def reset(self):
        self.v = np.zeros(self.size)
        self.spikes = np.zeros(self.size)
        self.trace = np.zeros(self.size)
        self.driven = {"BIAS": np.zeros(self.size), "THRESHOLD": np.zeros(self.size)}

    def step(self, current):
        """The reset after a spike comes at the start of the next step."""
        after = 0 if self.hard else self.v - self.number["theta"]
        before = np.where(self.spikes > 0, after, self.v)
        self.v = self.number["decay"] * before + current + self.driven["BIAS"] + self.number["bias"]
        fires = self.v >= self.number["theta"] - self.driven["THRESHOLD"]
        self.spikes = fires.astype(float) if self.kind == "lif" else np.zeros(self.size)


class Network:
    """A file's network at rest."""

    def __init__(self, path):
        with h5py.File(path, "r") as file:
            graph = tree(file["node"])
        self.fields = graph["metadata"]["plasticity"]
        if self.fields["schema"] != SCHEMA:
            raise ValueError(f"{path} has plasticity of schema ({self.fields['schema']}), expected {SCHEMA}.")
        rules = listed(self.fields, "rules")
        self.populations = {p["name"]: Population(p) for p in listed(self.fields, "populations")}
        self.interval = int(self.fields["update_interval"])
        self.projections = []
        for one in listed(self.fields, "projections"):
            pre, post = self.populations[one["from"]].size, self.populations[one["to"]].size
            weights = np.asarray(graph["nodes"][one["node"]]["weight"], dtype=float)
            site = Site(one, rules[one["rule"]], pre, post, weights)
            self.projections.append(Projection(one, site, pre, post))
        self.drives = [
            Site(one, rules[one["rule"]], 1, self.populations[one["to"]].size) for one in listed(self.fields, "drives")
        ]

    def reset(self):
        """The start of an episode (section 7)."""
        for part in [*self.populations.values(), *self.projections, *self.drives]:
            part.reset()

    def order(self):
        """Populations, those first whose spikes of this step others see in this step."""
        ordered, left = [], list(self.populations)
        while left:
            for name in left:
                waits = {p.fields["from"] for p in self.projections if p.fields["to"] == name and not p.delay}
                if waits <= set(ordered):
                    ordered.append(name)
                    left.remove(name)
                    break
        return [self.populations[name] for name in ordered]

    def run(self, steps, inputs, signals):
        """Runs an episode. inputs: by source, the neurons that spike in each step; signals: by name, values of each window."""
        self.reset()
        order = self.order()
        spikes = {name: [] for name in self.populations}
        potentials = {p.name: [] for p in order if p.kind == "integrator"}
        plastic = {p.fields["name"]: [] for p in self.projections}
        for t in range(steps):
            for population in order:
                if population.kind == "source":
                    population.spikes = np.zeros(population.size)
                    population.spikes[inputs[population.name][t]] = 1
                else:
                    currents = [
                        p.current(self.populations[p.fields["from"]].spikes)
                        for p in self.projections
                        if p.fields["to"] == population.name
                    ]
                    population.step(sum(currents, np.zeros(population.size)))
                spikes[population.name].append(np.flatnonzero(population.spikes).tolist())
            for name, recorded in potentials.items():
                recorded.append(self.populations[name].v.tolist())
            for projection in self.projections:
                projection.end_step(self.populations[projection.fields["from"]].spikes)
            for population in order:
                self.estimate(population)
            if (t + 1) % self.interval == 0:
                self.end_window(t // self.interval, signals)
                for projection in self.projections:
                    plastic[projection.fields["name"]].append((projection.w - projection.start).tolist())
        return {"spikes": spikes, "potentials": potentials, "plastic": plastic}

    def estimate(self, population):
        decay = self.fields.get("trace_decay")
        if decay is None:
            population.trace = population.trace + population.spikes
        else:
            population.trace = decay * population.trace + (1 - decay) * population.spikes

    def end_window(self, window, signals):
        """All rules act on the same rates and signals, then weights and drives are made anew (section 6)."""
        boxcar = "trace_decay" not in self.fields
        unit = self.fields["reference_rate"] * (self.interval if boxcar else 1)
        rates = {p.name: p.trace / unit for p in self.populations.values()}
        for site in [p.site for p in self.projections] + self.drives:
            given = {}
            for name, role in site.roles.items():
                axis = site.axes[name]
                if role == "ACTIVITY":
                    side = site.fields["to"] if axis == "POST" else site.fields.get("from") if axis == "PRE" else None
                    given[name] = shaped(axis, rates[side or site.sources[name]])
                elif role == "EXTERNAL":
                    values = np.asarray(signals.get(site.sources[name], [[0]] * (window + 1))[window])
                    given[name] = values[0] if axis == "GLOBAL" else shaped(axis, values)
            site.update(given)
        for projection in self.projections:
            projection.w = projection.site.weight()
        for drive in self.drives:
            for target in self.populations[drive.fields["to"]].driven.values():
                target[:] = 0
        for drive in self.drives:
            self.populations[drive.fields["to"]].driven[drive.fields["target"]][:] += drive.weight()[0]
        if boxcar:
            for population in self.populations.values():
                population.trace = np.zeros(population.size)


def differences(found, expected, tolerance=1e-5):
    """Names of what differs: spikes at all, numbers by more than single precision leaves of the largest."""
    names = [f"spikes of {n}" for n, s in expected["spikes"].items() if found["spikes"][n] != s]
    for what in ("potentials", "plastic"):
        for name, numbers in expected[what].items():
            a, b = np.asarray(found[what][name]), np.asarray(numbers)
            if a.shape != b.shape or np.abs(a - b).max(initial=0) > tolerance * max(1, np.abs(b).max(initial=0)):
                names.append(f"{what} of {name}")
    return names


def main(arguments):
    check = arguments[:1] == ["--check"]
    if len(arguments) != 2 + check:
        print(__doc__, file=sys.stderr)
        return 2
    network = Network(arguments[check])
    with open(arguments[1 + check], encoding="utf-8") as file:
        vector = json.load(file)
    found = network.run(vector["steps"], vector["input"], vector["signals"])
    if not check:
        json.dump(found, sys.stdout)
        return 0
    different = differences(found, vector["expected"])
    print("different: " + ", ".join(different) if different else "equal")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
