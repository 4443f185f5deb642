"""Importing the package does nothing but import, and hardly costs more than its libraries."""

import subprocess
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

ROUNDS = 7
ALLOWED = 0.25
"""Seconds that the package may add to `import icalendar, pydantic`."""

# pydantic looks for plug-ins of its own when it meets its first model: that is not ours.
OPENED = """
import sys

import icalendar
import pydantic

class Model(pydantic.BaseModel):
    field: str

def told(event, args):
    if event == "open" and isinstance(args[0], (str, bytes)):
        print(args[0] if isinstance(args[0], str) else args[0].decode())
    elif event.startswith(("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn")):
        print(event)

sys.addaudithook(told)
import roundtable_ical
"""

# User and system time: what else the machine is doing does not count.
COST = """
import time

start = time.process_time()
import {modules}
print(time.process_time() - start)
"""


def answer(code: str, *options: str) -> str:
    done = subprocess.run(
        [sys.executable, "-I", *options, "-c", code], capture_output=True, text=True, check=True
    )
    return done.stdout


def cost(modules: str) -> float:
    return float(answer(COST.format(modules=modules)))


def interleaved() -> Iterator[tuple[float, float]]:
    """Yield the cost of the libraries and of the package, measured in turn."""
    for _ in range(ROUNDS):
        yield cost("icalendar, pydantic"), cost("roundtable_ical")


def test_importing_the_package_reads_modules_and_nothing_else() -> None:
    modules = {".py", ".pyc", ".so"}

    opened = [
        name for name in answer(OPENED, "-B").splitlines() if Path(name).suffix not in modules
    ]

    assert opened == []


def test_importing_the_package_adds_less_than_a_quarter_of_a_second() -> None:
    libraries, package = zip(*interleaved(), strict=True)

    added = min(package) - min(libraries)  # other tests run meanwhile

    assert added < ALLOWED, f"{added:.3f} s more than icalendar and pydantic; {[*chain(package)]}"
