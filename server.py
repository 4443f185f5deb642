"""WSGI entry: `app`; `python server.py [EVENT ...]` serves events, by default the samples.

`server:app` is the same for gunicorn, waitress or mod_wsgi; there ROUNDTABLE_EVENTS names the
programme files.
"""

import os
import sys
from pathlib import Path

from roundtable_ical.cli.serving import run
from roundtable_ical.errors import RoundtableError
from roundtable_ical.web.app import created

SAMPLES = Path(__file__).parent / "samples"

os.environ.setdefault("ROUNDTABLE_EVENTS", str(SAMPLES))


def main() -> None:
    """Serve the events named on the command line; PORT and HOST say where."""
    port = os.environ.get("PORT")
    try:
        run(tuple(sys.argv[1:]), host=os.environ.get("HOST"), port=int(port) if port else None)
    except RoundtableError as error:
        sys.exit(f"server.py: {error}")


if __name__ == "__main__":
    main()
elif __name__ != "__mp_main__":  # a server process of `main` has its own application
    app = created()
