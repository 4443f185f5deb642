"""What monitors ask: whether it runs, and whether what it serves is the newest."""

from flask import Blueprint, Response, jsonify

from roundtable_ical import zones
from roundtable_ical.programme.problems import Problem
from roundtable_ical.programme.texts import public
from roundtable_ical.services.follow import Followed
from roundtable_ical.web.context import context


def register(blueprint: Blueprint) -> None:
    """Add the addresses for monitors."""
    blueprint.add_url_rule("/healthz", view_func=healthz)
    blueprint.add_url_rule("/readyz", view_func=readyz)


def healthz() -> Response:
    """Say that the process answers."""
    return _now(Response("ok\n", mimetype="text/plain"))


def readyz() -> Response:
    """Say what is served of each file, and what is wrong with a newer one.

    503 only where an event has no good edition at all: in trouble the last one is served.
    """
    files = context().shelf.files
    missing = any(followed.edition is None for followed in files)
    stale = any(followed.stale for followed in files)
    database = zones.current()
    response = jsonify(
        status="unavailable" if missing else "stale" if stale else "ready",
        tzdata={"version": database.version, "source": database.source},
        events=[_state(followed) for followed in files],
    )
    response.status_code = 503 if missing else 200
    return _now(response)


def _state(followed: Followed) -> dict[str, object]:
    """Tell of one file by its last two names: where it lies is nobody's business."""
    edition = followed.edition
    file = "/".join(followed.path.replace("\\", "/").split("/")[-2:])
    return {
        "file": file,
        "event": edition.event.id if edition else None,
        "revised": edition.event.revised.isoformat() if edition else None,
        "stale": followed.stale,
        "problems": [_public(problem, file) for problem in followed.problems],
    }


def _public(problem: Problem, file: str) -> dict[str, str | int | float | None]:
    """Tell of a problem without the e-mail address that may be what is wrong."""
    said = {"message": public(problem.message), "hint": public(problem.hint)}
    return {**problem.as_json(), **said, "file": file}


def _now(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response
