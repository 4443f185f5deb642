"""WSGI entry: `app`; `python server.py [EVENT ...]` serves events, by default the samples.

`server:app` is the same for gunicorn, waitress or mod_wsgi; there ROUNDTABLE_EVENTS names the
programme files.
"""

import os
import sys
from pathlib import Path

from roundtable_ical.cli.main import roundtable
from roundtable_ical.web.app import created

SAMPLES = Path(__file__).parent / "samples"

if not os.environ.get("ROUNDTABLE_EVENTS"):
    os.environ["ROUNDTABLE_EVENTS"] = str(SAMPLES)


def main() -> None:
    """Do what `roundtable serve` does with the events named; PORT and HOST say where."""
    for name in ("HOST", "PORT"):
        if value := os.environ.get(name):
            os.environ[f"ROUNDTABLE_{name}"] = value
    roundtable(["serve", *sys.argv[1:]], prog_name="server.py")


if __name__ == "__main__":
    main()
elif __name__ != "__mp_main__":  # a server process of `main` has its own application
    app = created()
