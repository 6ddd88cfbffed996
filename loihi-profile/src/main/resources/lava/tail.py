

def at_rest(processes, network):
    """What RESET says of a trial's start is how Lava's processes start; a host has to write it."""
    for process, variable, value in RESET:
        start = getattr(processes[process], variable).init
        if np.any(np.asarray(start) != (network[value] if isinstance(value, str) else value)):
            raise AssertionError("%s.%s does not start at %s" % (process, variable, value))


def run(network, given, trial):
    """Spikes of all populations in every step, synapses that learn after every epoch, by name."""
    processes = build(network, given, trial)
    at_rest(processes, network)
    recorders = {}
    for name in POPULATIONS:
        neurons = processes[name].s_out.shape[0]
        recorders[name] = Recorder(shape=(neurons,), buffer=STEPS)
        processes[name].s_out.connect(recorders[name].a_in)
    learned = {key: [] for key, _, _, _ in LEARNING}
    whole = processes[POPULATIONS[0]]
    try:
        for step in range(CHUNK, STEPS + 1, CHUNK):
            # Processes of their own for every trial: to set a Var of a LearningDense would cut the
            # fractions off its time constants and impulses.
            whole.run(
                condition=RunSteps(num_steps=CHUNK), run_cfg=Loihi2SimCfg(select_tag="fixed_pt"))
            for key, process, variable, epoch in LEARNING:
                if step % epoch == 0:
                    learned[key].append(getattr(processes[process], variable).get().astype(np.int32))
        result = {
            "trial%d.%s" % (trial, key): np.stack(values) for key, values in learned.items()}
        for name, recorder in recorders.items():
            spikes = recorder.data.get().T.astype(np.uint8)
            result["trial%d.%s.spikes" % (trial, name)] = spikes
        return result
    finally:
        whole.stop()


def main():
    parser = argparse.ArgumentParser(description="Runs the network in Lava and records it.")
    parser.add_argument("out", help="NPZ file to write, for compare.py")
    arguments = parser.parse_args()
    if os.path.exists(arguments.out):
        sys.exit("Output (%s) exists, expected a new name." % arguments.out)
    recorded = {}
    with np.load(os.path.join(HERE, "network.npz")) as network, \
            np.load(os.path.join(HERE, "input.npz")) as given:
        network, given = dict(network), dict(given)
    for trial in range(TRIALS):
        recorded.update(run(network, given, trial))
        print("Trial %d of %d" % (trial + 1, TRIALS))
    with open(arguments.out, "xb") as out:
        np.savez_compressed(out, **recorded)


if __name__ == "__main__":
    main()
