"""Programmes that nobody would write, but somebody might: a Hypothesis strategy of whole events."""

from typing import Any

from hypothesis import reject
from hypothesis import strategies as st

from roundtable_ical.errors import InvalidField
from roundtable_ical.programme.colors import CSS3_COLORS
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.people import HostRole, Role
from roundtable_ical.programme.segments import Kind, Status
from roundtable_ical.programme.texts import clean

ZONES = ("America/New_York", "Europe/Zurich", "Asia/Kathmandu", "UTC", "Pacific/Apia")
_AWKWARD = (
    *("null", "~", "yes", "no", "true", "2013", "1e3", "0x1F", "08:15", "2013-09-26", "- a", "-"),
    *("a: b", "a:", ":a", "a #b", "#a", "[a]", "{a: b}", "a, b", "*a", "&a", "!a", "%a", "@a"),
    *("`a", "'a'", '"a"', '"', "'", "\\", 'a "b" \\c', "? a", "---", "...", "<<", "=", "|", ">-"),
    *("a\tb", "a  b", "é – “ü”", "مساء", "漢字", "🕊️", "a\u00a0b", "a\u202eb", "\ufeffa", "a\ufffe"),
    *("a\n  b", "a\n\nb", "a\n\n\n b", "a \nb", "a\n#b", "a\n---\nb", "a\n\tb", "a\n- b: c"),
)
_WORDS = st.sampled_from(
    ("on", "the", "floor,", "decent work:", "#1", "-", "Ω", "x" * 120, "(tbc)")
)


def _usable(words: str) -> bool:
    try:
        return bool(" ".join(clean(words).split()))
    except InvalidField:
        return False


def _long() -> st.SearchStrategy[str]:
    gaps = st.sampled_from((" ", " ", " ", " ", "  ", "\n", "\n\n", " \n", "\t", "\u00a0"))
    pairs = st.lists(st.tuples(_WORDS, gaps), min_size=1, max_size=60)
    return pairs.map(lambda found: "".join(word + gap for word, gap in found))


_signs = st.sampled_from("a1é \t\n:-#'\"\\[]{},&*!|>%@`?=~.")
_any = st.characters(exclude_categories=("Cs", "Cc"))
_said = st.one_of(
    st.sampled_from(_AWKWARD),
    st.text(_signs, min_size=1, max_size=9),
    st.text(_any, min_size=1, max_size=9),
    _long(),
).filter(_usable)
_languages = st.sampled_from(("en", "fr", "no", "pt-BR", "zh"))
texts = st.one_of(_said, st.dictionaries(_languages, _said, min_size=1, max_size=3))
"""Words as a file may have them, in one language or several."""
_kept = st.one_of(_said, st.sampled_from(("", " a", "a\r\n", "k" * 1100)))
_foreign = st.dictionaries(
    st.sampled_from(("frab", "a b", "k" * 1100)),
    st.recursive(
        _kept,
        lambda inner: st.one_of(
            st.lists(inner, max_size=3), st.dictionaries(_kept, inner, max_size=3)
        ),
        max_leaves=6,
    ),
    max_size=2,
)
_slugs = st.one_of(
    st.sampled_from(("null", "true", "2013", "a-1", "no")),
    st.text("abcxyz019", min_size=1, max_size=8),
)
_flags = st.booleans()
_links = st.sampled_from(("https://example.org/a,b?c=%20#d", "https://example.org/"))


_windows = st.lists(
    st.sampled_from(
        ("2026-09-24", "2026-09-24 to 2026-09-26 9:00-17:00", "Monday and fri-sun", "22.00 - 02:00")
    ),
    max_size=2,
)
_things = st.lists(st.sampled_from(("projector", "null", "a: b", "two  booths")), max_size=2)
_ROOM = {"capacity": st.integers(1, 900), "equipment": _things, "hours": _windows}


def _ids(most: int) -> st.SearchStrategy[list[str]]:
    return st.lists(_slugs, unique=True, max_size=most)


def _some(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Return some of *fields*, in any order."""
    return st.fixed_dictionaries({}, optional=fields)


@st.composite
def events(draw: st.DrawFn) -> SideEvent:
    """Draw an event in which every field of the model may be said."""
    themes, speakers, hosts, venues, segments = (draw(_ids(3)) for _ in range(5))
    rooms = [f"room-{n}" for n in range(draw(st.integers(0, 2)))] if venues else []
    places = [*venues, *(room for room in rooms if room not in venues)]
    values = draw(
        _some(
            subtitle=texts,
            kind=texts,
            status=st.sampled_from(("confirmed", "tentative", "cancelled")),
            language=_languages,
            hours=st.sampled_from(("08:30-10:00", "0:00 to 23:59")),
            url=st.just("https://example.org/a/"),
            uid_domain=st.sampled_from(("example.org", "1")),
            created=st.sampled_from(("2026-01-01T00:00:00+05:45", "2026-01-01T00:00:00Z")),
            revision=st.integers(0, 2**31 - 1),
            organizer=st.fixed_dictionaries({"name": texts, "email": st.just("a'b@example.org")}),
            objective=texts,
            background=texts,
            foreign=_foreign,
            participants=st.lists(texts, max_size=3),
            dates=st.just(["2026-09-24", "2026-09-25"]),
            venue=st.sampled_from(places) if places else st.none(),
        )
    )
    values |= {
        "id": draw(_slugs.filter(lambda id_: id_ not in {"api", "metrics"})),
        "title": draw(texts),
        "timezone": draw(st.sampled_from(ZONES)),
        "date": "2026-09-24",
        "revised": "2026-09-01T12:00:00Z",
        "hosts": [draw(_host(id_)) for id_ in hosts],
        "themes": [draw(_theme(id_)) for id_ in themes],
        "speakers": [draw(_speaker(id_)) for id_ in speakers],
        "venues": [draw(_venue(id_)) for id_ in venues],
        "segments": [draw(_segment(id_, themes, speakers, places)) for id_ in segments],
    }
    values |= {"walks": draw(_walks(places)), "constraints": draw(_constraints(segments, places))}
    if rooms:
        kept = [room for room in rooms if room not in venues]
        values["venues"][0]["rooms"] = [
            {"id": room, "name": draw(texts)} | draw(_some(url=_links, **_ROOM)) for room in kept
        ]
    try:
        return SideEvent.model_validate(values)
    except ValueError:
        reject()


def _host(id_: str) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {"id": st.just(id_), "name": texts},
        optional={"role": st.sampled_from([*HostRole]), "url": _links},
    )


def _theme(id_: str) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {"id": st.just(id_), "title": texts},
        optional={"description": texts, "color": st.sampled_from(sorted(CSS3_COLORS))},
    )


def _speaker(id_: str) -> st.SearchStrategy[dict[str, Any]]:
    words = dict.fromkeys(("honorific", "name", "function", "affiliation"), texts)
    mail = st.just("a.b+c@example.org")
    more = {"foreign": _foreign, "email": mail, "tbc": _flags, "consent": _flags}
    more |= {"available": _windows, "away": _windows}
    return st.fixed_dictionaries({"id": st.just(id_), "label": texts}, optional=words | more)


def _venue(id_: str) -> st.SearchStrategy[dict[str, Any]]:
    degrees = st.floats(-90, 90)
    words = {"room": texts, "address": texts, "city": texts, "url": _links}
    geo = st.fixed_dictionaries({"lat": degrees, "lon": degrees})
    zone = st.sampled_from(ZONES)
    return st.fixed_dictionaries(
        {"id": st.just(id_), "name": texts},
        optional=words | _ROOM | {"geo": geo, "timezone": zone},
    )


def _segment(
    id_: str, themes: list[str], speakers: list[str], places: list[str]
) -> st.SearchStrategy[dict[str, Any]]:
    place = st.sampled_from(places) if places else st.none()
    optional = {
        "abstract": texts,
        "kind": st.sampled_from([*Kind]),
        "status": st.sampled_from([*Status]),
        "start": st.sampled_from(("00:00", "9:05", "12.30", "2026-09-25 08:00")),
        "timezone": st.sampled_from(ZONES),
        "venue": place,
        "url": _links,
        "note": texts,
        "themes": st.lists(st.sampled_from(themes), unique=True) if themes else st.just([]),
        "speakers": st.lists(st.sampled_from(speakers), unique=True).flatmap(_appearances)
        if speakers
        else st.just([]),
        "repeat": _repeat(place),
        "foreign": _foreign,
        "fixed": _flags,
        "least": st.integers(1, 300),
        "audience": st.integers(1, 300),
        "needs": _things,
    }
    length = {"id": st.just(id_), "title": texts, "minutes": st.integers(1, 300)}
    return st.fixed_dictionaries(length, optional=optional).map(_consistent)


def _walks(places: list[str]) -> st.SearchStrategy[list[dict[str, Any]]]:
    if len(places) < 2:
        return st.just([])
    ends = st.lists(st.sampled_from(places), min_size=2, max_size=2, unique=True)
    minutes = st.integers(0, 90)
    return st.lists(st.fixed_dictionaries({"between": ends, "minutes": minutes}), max_size=2)


def _constraints(segments: list[str], places: list[str]) -> st.SearchStrategy[list[dict[str, Any]]]:
    shapes: list[dict[str, st.SearchStrategy[Any]]] = [
        {"kind": st.just("balance"), "most": st.integers(1, 3)},
        {"kind": st.just("pause"), "name": texts, "when": st.just("fri 12:30-13:30")},
    ]
    if places:
        shapes.append(shapes[1] | {"venues": st.just(places[:1])})
    if segments:
        shapes.append(
            {"kind": st.just("at"), "segment": st.sampled_from(segments), "when": _windows}
        )
    if len(segments) > 1:
        order = st.permutations(segments)
        shapes += [{"kind": st.just(kind), "segments": order} for kind in ("before", "same-day")]
    made = (
        st.fixed_dictionaries(shape, optional={"hard": _flags, "weight": st.integers(1, 9)})
        for shape in shapes
    )
    return st.lists(st.one_of(*made), max_size=2)


def _appearances(speakers: list[str]) -> st.SearchStrategy[list[dict[str, Any]]]:
    parts = [
        st.fixed_dictionaries(
            {"speaker": st.just(id_)},
            optional={"role": st.sampled_from([*Role]), "tbc": _flags, "remote": _flags},
        )
        for id_ in speakers
    ]
    return st.tuples(*parts).map(list)


def _repeat(place: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    changes = _some(title=texts, abstract=texts, venue=place, note=texts, start=st.just("07:00"))
    return st.fixed_dictionaries(
        {"rule": st.just("FREQ=DAILY;COUNT=3")},
        optional={
            "without": st.just(["2026-09-25"]),
            "also": st.just(["2026-10-02"]),
            "changes": st.dictionaries(st.just("2026-09-26"), changes, max_size=1),
        },
    )


def _consistent(values: dict[str, Any]) -> dict[str, Any]:
    """Return *values* of a segment, without what goes with a time where there is none."""
    if "start" not in values:
        return {key: value for key, value in values.items() if key not in {"minutes", "repeat"}}
    day = "2026-09-25" if values["start"][:4] == "2026" else "2026-09-24"
    return values | {"date": day}
