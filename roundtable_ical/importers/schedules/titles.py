"""What an event is called where its schedule does not say it, and the id made of that."""

import re
from collections.abc import Iterable

from roundtable_ical.importers.draft import Ids
from roundtable_ical.importers.schedules.plan import Plan
from roundtable_ical.importers.schedules.words import Words
from roundtable_ical.ports import Source
from roundtable_ical.programme.event import RESERVED_IDS
from roundtable_ical.programme.problems import Problem, Question
from roundtable_ical.programme.texts import shortened

TITLE = "title"
_SUFFIX = re.compile(r"(?:\.(?:json|xml|txt))+$", re.IGNORECASE)
_LONGEST = 200


def titled(plan: Plan, source: Source) -> Words:
    """Return the title of *plan*: as said, by the file, or of the file's name, which is told."""
    if answered := source.given.answers.get(TITLE, "").strip():
        return answered
    if plan.title:
        return plan.title
    name = re.split(r"[/\\]", source.name)[-1].partition("?")[0]
    words = " ".join(_SUFFIX.sub("", name).replace("_", " ").replace(".", " ").split())
    found = shortened(words.replace("-", " ").strip() or "Schedule", _LONGEST)
    question = Question(name=TITLE, words="What is the event called?", default=found)
    message = f"the file does not say what the event is called; {found!r} is the file's own name"
    plan.problems.append(
        Problem.inferred("title-inferred", (TITLE,), message, sure=0.2, question=question)
    )
    return found


def identified(words: str, taken: Iterable[str] = RESERVED_IDS) -> str:
    """Return an event's id made of *words*; none that is an address of the server."""
    id_ = Ids().new(words)
    return f"{id_}-event" if id_ in taken else id_
