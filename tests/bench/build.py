"""What a newcomer's release build costs: processor and wall seconds, and the slowest files.

Builds the checkout in a folder of its own. Beside it one file that includes CLI11 and nothing else
is compiled, so that the cost can be told apart from the speed of the machine.
"""

import argparse
import os
import subprocess
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]


def measured(command: list[str]) -> tuple[float, float]:
    """Processor and wall seconds of a command and all it starts."""
    before = os.times()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = os.times()
    processor = (after.children_user - before.children_user
                 + after.children_system - before.children_system)
    return processor, after.elapsed - before.elapsed


def slowest(log: Path, most: int) -> list[tuple[float, str]]:
    """The targets that took longest, from what ninja noted."""
    rows = [line.split("\t") for line in log.read_text("utf-8").splitlines()[1:]]
    times = [((int(row[1]) - int(row[0])) / 1000, Path(row[3]).name) for row in rows if len(row) > 3]
    return sorted(set(times), reverse=True)[:most]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--slowest", type=int, default=10, help="how many files to list")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="billijk-build-") as name:
        folder = Path(name)
        peer = folder / "peer.cpp"
        peer.write_text("#include <CLI/CLI.hpp>\nint main() { CLI::App app; return 0; }\n")
        peer_seconds, _ = measured(["g++", "-std=c++20", "-O2", "-c", str(peer), "-o", str(folder / "peer.o")])
        build = folder / "build"
        configure = ["cmake", "--preset", "release", "-S", str(ROOT), "-B", str(build)]
        subprocess.run(configure, check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
        processor, wall = measured(["cmake", "--build", str(build), "--target", "billijk"])
        print(f"processor {processor:6.1f} s, wall {wall:6.1f} s, {processor / peer_seconds:5.1f} x one file with CLI11")
        for seconds, target in slowest(build / ".ninja_log", options.slowest):
            print(f"{seconds:7.1f} s  {target}")


if __name__ == "__main__":
    main()
