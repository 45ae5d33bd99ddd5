"""Make the shipped parser of a network that ``train_student.py`` trained.

    python benchmarks/write_parser.py examples.npz student.pt [OUT_FILE]

Scores are divided by the two temperatures under which the held-out sentences are likeliest.
"""

import sys
from pathlib import Path

import torch
from parser_model import Network, weights_of
from parser_store import STYLES, Store
from train_models import MODELS
from train_parser import cooled, temperatures_of, write
from train_student import SHIPPED, shipped


def main(arguments: list[str]) -> None:
    """Write the parser named in ``arguments``."""
    if len(arguments) not in (2, 3):
        raise SystemExit("usage: python benchmarks/write_parser.py EXAMPLES NETWORK [OUT_FILE]")
    store = Store(Path(arguments[0]), "cpu")
    names = [str(name) for name in store.raw["label_names"]]
    network = Network(len(names), STYLES, 0.0)
    network.load_state_dict(torch.load(arguments[1]))
    network.eval()
    held = [shipped(store, ids) for ids in store.batches(store.ids("held"), 800, 0)]
    heat = temperatures_of(network, held)
    print(f"temperatures of heads and labels: {heat[0]:.2f} {heat[1]:.2f}")
    path = Path((*arguments, str(MODELS / "parser.npz"))[2])
    write(path, cooled(weights_of(network, SHIPPED), *heat), names)
    print(f"{path.stat().st_size} bytes")


if __name__ == "__main__":
    main(sys.argv[1:])
