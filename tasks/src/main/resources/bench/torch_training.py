"""One training iteration of a spiking network in plain PyTorch, whenever a line "run" arrives on standard input.

usage: python3 torch_training.py CASE VARIANT THREADS

CASE is a file written by "plastron bench": a line of JSON, the parameters as doubles, the input spikes as bytes. VARIANT is
  step    a Python loop over time steps; autograd sees every step
  window  between two trace updates the weights are constant: traces and currents of a whole window are matrix products, and
          only the response of a neuron to its own spikes goes step by step (with fixed weights the episode is one window)
  check   no training: loss, spike counts and gradient of the first batch as "window" has them, in double precision
Answers are JSON objects, one a line. The model, after Schmidgall et al. 2021, doi 10.3389/fnbot.2021.629210:

  a(t) = exp(-1/tau_s) a(t-1) + s_pre(t)      u(t) = V a(t) - rho theta (nu * s)(t)      s(t) = 1 where u(t) >= theta
  V = W + alpha E, constant within a window; at its end, with the mean rates x and y of both sides (NDP-Oja, equations 16, 17):
  M = W_m y      E <- clip(E + eta ((M y - E x) x^T - E))
  nu(k) = k/tau_ref exp(1 - k/tau_ref), no gradient through it; ds/du is replaced by scale exp(-|u - theta| / width)
  loss: cross-entropy of softmax(gain * mean output rate); Adam
"""

import json
import math
import os
import sys
import time

import torch
import torch.nn.functional as F

WARM_UP = 5
RUN_SECONDS = 0.2  # as in MeasuredTrainingCommand
FIXED_WINDOW = 50  # steps that "window" takes at a time where weights are fixed: the fastest of 10 to 400


class Case:
    """Sizes, constants, parameters and episodes."""

    def __init__(self, path, dtype):
        with open(path, "rb") as file:
            self.__dict__.update(json.loads(file.readline()))
            self.values = []
            for slot in self.parameters:
                size = slot["rows"] * slot["columns"]
                value = torch.frombuffer(bytearray(file.read(8 * size)), dtype=torch.float64)
                self.values.append(value.reshape(slot["rows"], slot["columns"]).to(dtype))
            spikes = torch.frombuffer(bytearray(file.read()), dtype=torch.uint8)
        self.dtype = dtype
        self.inputs = spikes.reshape(len(self.labels), self.steps, self.sizes[0])
        self.targets = torch.tensor(self.labels)
        self.decay = math.exp(-1 / self.tau_s)
        self.decay_ref = math.exp(-1 / self.tau_ref)
        self.gain_ref = -self.rho * self.theta * math.e / self.tau_ref
        self.surrogate = (self.theta, self.scale, self.width)

    def batch(self, chosen):
        return self.inputs[chosen].to(self.dtype), self.targets[chosen]


class Spike(torch.autograd.Function):
    @staticmethod
    def forward(ctx, u, theta, scale, width):
        ctx.save_for_backward(u)
        ctx.constants = theta, scale, width
        return (u >= theta).to(u.dtype)

    @staticmethod
    def backward(ctx, grad):
        return slope(ctx.saved_tensors[0], *ctx.constants).mul_(grad), None, None, None


class WindowSpikes(torch.autograd.Function):
    """The spikes of a window (batch, steps, neurons) from its currents; `state` is the refractory filter, modified."""

    @staticmethod
    def forward(ctx, current, state, case):
        u = current.clone()
        spikes = torch.empty_like(u)
        for t in range(u.shape[1]):
            refract(u[:, t], spikes[:, t], state, case)
        ctx.save_for_backward(u)
        ctx.constants = case.surrogate
        return spikes

    @staticmethod
    def backward(ctx, grad):
        return slope(ctx.saved_tensors[0], *ctx.constants).mul_(grad), None, None


def slope(u, theta, scale, width):
    return (u - theta).abs_().mul_(-1 / width).exp_().mul_(scale)


def advance(state, case):
    """Moves the refractory filter one step on: q(t) = d (q(t-1) + p(t-1)), p(t) = d p(t-1)."""
    p, q = state
    q.add_(p).mul_(case.decay_ref)
    p.mul_(case.decay_ref)


def refract(u, spikes, state, case):
    advance(state, case)
    u.add_(state[1], alpha=case.gain_ref)
    torch.ge(u, case.theta, out=spikes)
    state[0].add_(spikes)


class Layer(torch.nn.Module):
    """Weights of one layer, (from, to), and its plasticity."""

    def __init__(self, case, index):
        super().__init__()
        self.case = case
        self.pre, self.post = case.sizes[index], case.sizes[index + 1]
        for slot, value in zip(case.parameters, case.values):
            if slot["layer"] == index:
                setattr(self, slot["name"], torch.nn.Parameter(value))
        self.plastic = hasattr(self, "alpha")

    def weight(self, trace):
        return torch.addcmul(self.W, self.alpha, trace) if self.plastic else self.W

    def update(self, trace, x, y):
        if not self.plastic:
            return trace
        residual = (y @ self.W_m) * y - torch.bmm(x.unsqueeze(1), trace).squeeze(1)
        moved = trace * (1 - self.eta) + x.unsqueeze(2) * (self.eta * residual).unsqueeze(1)
        return moved.clamp(-self.case.clip, self.case.clip)

    def current(self, filtered, weight):
        """Currents from filtered spikes (batch, neurons) or (batch, steps, neurons)."""
        if not self.plastic:
            return filtered @ weight
        if filtered.dim() == 3:
            return torch.bmm(filtered, weight)
        return torch.bmm(filtered.unsqueeze(1), weight).squeeze(1)

    def zeros(self, batch, *shape):
        return torch.zeros(batch, *shape, dtype=self.case.dtype)


class Network(torch.nn.Module):
    def __init__(self, case):
        super().__init__()
        self.case = case
        self.layers = torch.nn.ModuleList(Layer(case, i) for i in range(len(case.sizes) - 1))

    def forward(self, inputs, variant):
        """Mean rate of every layer's neurons over the episode, (batch, neurons) each."""
        case, batch = self.case, inputs.shape[0]
        traces = [layer.zeros(batch, layer.pre, layer.post) if layer.plastic else None for layer in self.layers]
        filtered = [layer.zeros(batch, layer.pre) for layer in self.layers]
        states = [(layer.zeros(batch, layer.post), layer.zeros(batch, layer.post)) for layer in self.layers]
        counts = [layer.zeros(batch, layer.post) for layer in self.layers]
        plastic = self.layers[0].plastic
        window = FIXED_WINDOW if variant is window_spikes and not plastic else case.window
        for start in range(0, case.steps, window):
            weights = [layer.weight(trace) for layer, trace in zip(self.layers, traces)]
            spikes = [inputs[:, start:start + window]]
            spikes += variant(self.layers, weights, filtered, states, spikes[0])
            counts = [count + s.sum(1) for count, s in zip(counts, spikes[1:])]
            if plastic and start + window < case.steps:
                rates = [s.mean(1) / case.r_ref for s in spikes]
                traces = [layer.update(*of) for layer, *of in zip(self.layers, traces, rates, rates[1:])]
        return [count / case.steps for count in counts]


def step_spikes(layers, weights, filtered, states, inputs):
    """The spikes of every layer in a window, step by step."""
    case = layers[0].case
    spikes = [[] for _ in layers]
    for t in range(inputs.shape[1]):
        s = inputs[:, t]
        for i, layer in enumerate(layers):
            filtered[i] = torch.add(s, filtered[i], alpha=case.decay)
            advance(states[i], case)
            u = torch.add(layer.current(filtered[i], weights[i]), states[i][1], alpha=case.gain_ref)
            s = Spike.apply(u, *case.surrogate)
            states[i][0].add_(s.detach())
            spikes[i].append(s)
    return [torch.stack(s, 1) for s in spikes]


def window_spikes(layers, weights, filtered, states, inputs):
    """The spikes of every layer in a window, layer by layer."""
    case = layers[0].case
    steps = torch.arange(inputs.shape[1], dtype=case.dtype)
    fade = case.decay ** (steps + 1)
    spread = torch.tril(case.decay ** (steps.unsqueeze(1) - steps).clamp(min=0))
    s, spikes = inputs, []
    for i, layer in enumerate(layers):
        a = torch.matmul(spread, s) + fade.unsqueeze(1) * filtered[i].unsqueeze(1)
        filtered[i] = a[:, -1]
        s = WindowSpikes.apply(layer.current(a, weights[i]), states[i], case)
        spikes.append(s)
    return spikes


def loss_and_rates(network, inputs, targets, variant):
    rates = network(inputs, variant)
    return F.cross_entropy(network.case.gain * rates[-1], targets), rates


def check(path):
    case = Case(path, torch.float64)
    network = Network(case)
    inputs, targets = case.batch(torch.arange(case.batch_size))
    for name, variant in (("step", step_spikes), ("window", window_spikes)):
        network.zero_grad()
        loss, rates = loss_and_rates(network, inputs, targets, variant)
        loss.backward()
        gradient = [getattr(network.layers[slot["layer"]], slot["name"]).grad for slot in case.parameters]
        answer(
            variant=name,
            loss=loss.item(),
            spikes=[round(r.sum().item() * case.steps) for r in rates],
            gradient=torch.cat([g.flatten() for g in gradient]).tolist(),
        )


def train(path, variant):
    case = Case(path, torch.float32)
    network = Network(case)
    optimiser = torch.optim.Adam(network.parameters(), lr=case.learning_rate)
    random = torch.Generator().manual_seed(1)
    rate = 0.0

    def iteration():
        nonlocal rate
        chosen = torch.randint(len(case.labels), (case.batch_size,), generator=random)
        inputs, targets = case.batch(chosen)
        start = time.perf_counter()
        optimiser.zero_grad(set_to_none=True)
        loss, rates = loss_and_rates(network, inputs, targets, variant)
        loss.backward()
        optimiser.step()
        with torch.no_grad():
            for layer in network.layers:
                if layer.plastic:
                    layer.eta.clamp_(0, 1)
        seconds = time.perf_counter() - start
        rate = rates[0].mean().item()
        return seconds

    answer(warm_up_s=sum(iteration() for _ in range(WARM_UP)))
    for line in sys.stdin:
        times = [iteration()]
        while sum(times) < RUN_SECONDS:
            times.append(iteration())
        answer(seconds=sum(times) / len(times))
    answer(hidden_rate=rate, peak_rss_mib=peak_mebibytes(), versions=versions())


def answer(**fields):
    print(json.dumps(fields), flush=True)


def peak_mebibytes():
    try:
        with open("/proc/self/status") as status:
            return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM:"))
    except OSError:
        return None


def versions():
    known = {"python": sys.version.split()[0], "torch": torch.__version__, "blas": blas()}
    return {name: version for name, version in known.items() if version}


def blas():
    """The library that does the matrix products, as far as the system tells."""
    try:
        with open("/proc/self/maps") as maps:
            names = {os.path.basename(line.split()[-1]) for line in maps if "blas" in line or "libmkl" in line}
    except OSError:
        return None
    fast = {name for name in names if any(maker in name for maker in ("openblas", "mkl", "blis", "atlas"))}
    return ", ".join(sorted(fast or names)) or None


if __name__ == "__main__":
    torch.set_num_threads(int(sys.argv[3]))
    if sys.argv[2] == "check":
        check(sys.argv[1])
    else:
        train(sys.argv[1], {"step": step_spikes, "window": window_spikes}[sys.argv[2]])
