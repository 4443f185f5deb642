"""What `check --published` tells: a programme beside what is public of it."""

from dataclasses import dataclass
from pathlib import Path

from roundtable_ical import bootstrap, zones
from roundtable_ical.errors import UnknownId
from roundtable_ical.programme.problems import Problem
from roundtable_ical.programme.reading import Reading
from roundtable_ical.revisions.changes import changes
from roundtable_ical.revisions.drift import Drift, drift, in_utc
from roundtable_ical.revisions.publication import Revision, Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Public:
    """A programme beside what is public of it.

    *snapshot* is None where nothing is; *unpublished* counts the changes of a file that are not
    public, and is None where there is no file, or none without errors.
    """

    reading: Reading
    snapshot: Snapshot | None
    unpublished: int | None = None

    @property
    def moved(self) -> tuple[Drift, ...]:
        """The public segments that another time zone database has moved."""
        return drift(self.snapshot.ledger, self.snapshot.event) if self.snapshot else ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """A warning for each of them."""
        if self.snapshot is None:
            return ()
        then, now = self.snapshot.revision.tzdata, zones.current().version
        newer = _release(now) >= _release(then)
        hint = "publish again, and calendars follow" if newer else "update tzdata on this machine"
        return tuple(
            Problem.warning(
                "instant-moved",
                ("published", each.segment_id),
                f"{each.title!r} was {in_utc(each.was)} by tzdata {then} and is "
                f"{in_utc(each.now)} by {now}: the clock of {each.zone} has other rules",
                hint,
            )
            for each in self.moved
        )

    @property
    def summary(self) -> str:
        """Which revision is public, and whether the file is another programme."""
        if self.snapshot is None:
            why = " (with errors inside it has no id to look for)" if self.reading.errors else ""
            return f"public: nothing{why}"
        revision = self.snapshot.revision
        public = f"public: {revision} (tzdata {revision.tzdata})"
        if self.unpublished is None:
            return public
        if not self.unpublished:
            return f"{public}; the file says the same"
        noun = "change" if self.unpublished == 1 else "changes"
        return f"{public}; the file has {self.unpublished} {noun} that nobody sees yet"

    def as_json(self) -> dict[str, object]:
        """Return the same for programs; moments in UTC."""
        return {
            "revision": _revision(self.snapshot.revision) if self.snapshot else None,
            "moved": [
                {
                    "segment": each.segment_id,
                    "title": each.title,
                    "zone": each.zone,
                    "was": [moment.isoformat() for moment in each.was],
                    "is": [moment.isoformat() for moment in each.now],
                }
                for each in self.moved
            ],
            "unpublished": self.unpublished,
        }


def compared(event: Path, url: str | None) -> Public:
    """Return what is public of *event*, a file or an id in the store.

    Raises:
        UnknownId: it is neither; lists the ids.
    """
    with bootstrap.open_store(url) as store:
        if not event.exists():
            snapshot = store.latest(str(event))
            if snapshot is None:
                raise UnknownId("event", str(event), store.events())
            return Public(reading=Reading(event=snapshot.event), snapshot=snapshot)
        reading = bootstrap.reading(event)
        snapshot = store.latest(reading.event.id) if reading.event else None
    if snapshot is None or reading.event is None:
        return Public(reading=reading, snapshot=snapshot)
    different = changes(snapshot.event, reading.event)
    return Public(reading=reading, snapshot=snapshot, unpublished=len(different))


def _revision(revision: Revision) -> dict[str, object]:
    moment = revision.moment.isoformat()
    return {"number": revision.number, "moment": moment, "tzdata": revision.tzdata}


def _release(version: str) -> tuple[str, int, str]:
    """Order releases of tzdata: by year, then letter; "z" comes before "aa"."""
    return version[:4], len(version), version
