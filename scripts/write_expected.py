"""Write the golden calendars of the samples, after a change to how calendars are written.

    python scripts/write_expected.py

Read the difference before committing it: every subscriber sees it.
"""

from pathlib import Path

from roundtable_ical import every_feed, read

SAMPLES = Path(__file__).parent.parent / "samples"
KINDS = {"hld-2013": ("theme", "speaker", "venue"), "week-of-side-events": ("theme",)}


def main() -> None:
    """Write ``event.ics``, ``agenda.ics`` and ``<kind>-<id>.ics`` for each sample."""
    for sample, kinds in KINDS.items():
        folder = SAMPLES / sample / "expected"
        folder.mkdir(exist_ok=True)
        for old in folder.glob("*.ics"):
            old.unlink()
        for path, feed in every_feed(read(SAMPLES / sample)).items():
            section, _, name = path.rpartition("/")
            kind = section.removesuffix("s")
            if not kind or kind in kinds:
                (folder / "-".join(filter(None, (kind, name)))).write_bytes(feed.to_ical())


if __name__ == "__main__":
    main()
