from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_ical.importers.notes.found import Named, Person
from roundtable_ical.importers.notes.lines import Line
from roundtable_ical.importers.notes.people import people
from roundtable_ical.programme.people import Role


def _body(*texts: str) -> list[Line]:
    return [Line(number=number, text=text) for number, text in enumerate(texts, 1)]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        (
            "Mr. Guy Ryder, ILO Director-General",
            Person(
                line=1,
                honorific="Mr.",
                name="Guy Ryder",
                function="Director-General",
                affiliation="ILO",
            ),
        ),
        (
            "Representative of the Government of Bangladesh (tbc)",
            Person(
                line=1,
                label="Representative of the Government of Bangladesh",
                function="Representative",
                affiliation="Government of Bangladesh",
                tbc=True,
            ),
        ),
        (
            "Moderator: Lyse Doucet, BBC - virtual",
            Person(line=1, name="Lyse Doucet", affiliation="BBC", role=Role.MODERATOR, remote=True),
        ),
        (
            "Opening remarks by SPREP (Mr. Don Stewart, Acting Director)",
            Person(
                line=1,
                honorific="Mr.",
                name="Don Stewart",
                function="Acting Director",
                affiliation="SPREP",
            ),
        ),
        (
            "Chairperson of AU Commission, H.E. Moussa Mahamat (tbc)",
            Person(
                line=1,
                honorific="H.E.",
                name="Moussa Mahamat",
                function="Chairperson",
                affiliation="AU Commission",
                tbc=True,
            ),
        ),
        (
            "Moderador: por confirmar",
            Person(
                line=1,
                label="Moderador",
                function="Moderador (por confirmar)",
                role=Role.MODERATOR,
                tbc=True,
            ),
        ),
    ],
)
def test_one_line_names_one_person(text: str, person: Person) -> None:
    assert people.named(_body(text), "en").people == (person,)


def test_a_mark_of_the_label_holds_for_the_whole_list() -> None:
    named = people.named(
        _body("Speakers (tbc): Governor of Java; KPK. Moderator: World Bank"), "en"
    )

    assert [(who.label, who.tbc) for who in named.people] == [
        ("Governor of Java", True),
        ("KPK.", True),
        ("World Bank", False),
    ]


def test_talks_stay_with_their_speakers_name() -> None:
    named = people.named(_body("Morin, Alejandro (Conicet) “Notas sobre la moneda”"), "es")

    assert named == Named(
        people=(Person(line=1, name="Alejandro Morin", affiliation="Conicet"),),
        rest=("Alejandro Morin: “Notas sobre la moneda”",),
    )


def test_whom_the_text_only_mentions_is_no_speaker() -> None:
    text = "Kelly and James will write a post for the blog of the section on the webinar."

    assert people.named(_body(text), "en") == Named(rest=(text,))


def test_function_and_body_may_stand_on_the_next_lines() -> None:
    named = people.named(_body("Francesca Valduga", "Direttrice", "Università di Trento"), "it")

    assert named.people == (
        Person(
            line=1,
            name="Francesca Valduga",
            function="Direttrice",
            affiliation="Università di Trento",
        ),
    )


def test_a_guess_comes_with_a_remark() -> None:
    named = people.named(_body("Xyla Quorn"), "en")

    assert [(who.name) for who in named.people] == ["Xyla Quorn"]
    assert [(told.code, told.line) for told in named.remarks] == [("taken-for-speaker", 1)]


@pytest.mark.parametrize(
    ("title", "left", "names"),
    [
        ("Keynote Talk by Amir Houmansadr", "Keynote Talk", ["Amir Houmansadr"]),
        ("EAD (Kerstin)", "EAD", ["Kerstin"]),
        ("Guidelines (Ailie/Silke)", "Guidelines", ["Ailie", "Silke"]),
        ("Introduction: Prof. Anna Muster (Univ. Bern)", "Introduction", ["Anna Muster"]),
        ("Invited Talk 1: Baharan Mirza", "Invited Talk 1", ["Baharan Mirza"]),
        ("Jane Doe", "", ["Jane Doe"]),
        ("Présentation du Professeur FOMUM", "Présentation du Professeur FOMUM", []),
        ("Honorary Address (TBC)", "Honorary Address (TBC)", []),
        ("Panel 2 — Merger Dynamics", "Panel 2 — Merger Dynamics", []),
        ("Coffee break", "Coffee break", []),
    ],
)
def test_people_are_taken_out_of_a_title(title: str, left: str, names: list[str]) -> None:
    found, who = people.in_title(title, 4, "en")

    assert (found, [each.name for each in who]) == (left, names)


def test_a_list_outside_an_agenda_is_read_alike() -> None:
    assert people.listed(_body("Panelists:", "Jane Doe (MIT)"), "en") == (
        Person(line=2, name="Jane Doe", affiliation="MIT", role=Role.PANELLIST),
    )


_GIVEN = st.sampled_from(["Anna", "John", "Amina", "Luc", "Beatriz", "Mona"])
_SURNAME = st.sampled_from(["Quorn", "Habbib", "Dupré", "Solberg-Nys", "Okoro", "Tanaka"])
_TITLE = st.sampled_from(["Mr. ", "Ms. ", "Dr. ", "H.E. Ms. ", "Prof. ", "Mme "])
_POST = st.sampled_from(["Director", "Minister of Health", "Secretary-General", "Directrice"])
_BODY = st.sampled_from(["World Bank", "UNDP", "University of Oslo", "Ministère de la Santé"])
_FORM = st.sampled_from(
    ["{t}{n}, {p}, {b}", "{t}{n} ({b})", "{n} ({p}, {b})", "{n} – {p}, {b}", "{t}{n}, {b}"]
)
_MARK = st.sampled_from(["", " (tbc)", " (à confirmer)", " (por confirmar)"])


@given(
    st.lists(
        st.tuples(_GIVEN, _SURNAME, _TITLE, _POST, _BODY, _MARK),
        min_size=1,
        max_size=5,
        unique_by=lambda each: each[:2],
    ),
    _FORM,
    st.sampled_from(["lines", "semicolons", "label"]),
)
def test_any_list_in_one_writing_is_read_back(
    listed: list[tuple[str, str, str, str, str, str]], form: str, layout: str
) -> None:
    written = [
        form.format(t=title, n=f"{first} {last}", p=post, b=body) + mark
        for first, last, title, post, body, mark in listed
    ]
    lines = {
        "lines": written,
        "semicolons": ["Speakers: " + "; ".join(written)],
        "label": ["Panelists:", *written],
    }[layout]

    found = people.named(_body(*lines), "en").people

    assert [(who.name, who.affiliation, who.tbc) for who in found] == [
        (f"{first} {last}", body, bool(mark)) for first, last, _, _, body, mark in listed
    ]


def test_what_is_said_otherwise_of_one_person_is_kept_in_words() -> None:
    told = people.named(_body("Dr. Anna Quorn, Director", "Ms. Anna Quorn, Minister"), "en")

    assert [(who.honorific, who.name, who.function) for who in told.people] == [
        ("Dr.", "Anna Quorn", "Director")
    ]
    assert told.rest == ("Ms. Anna Quorn, Minister",)


_WORDS = st.sampled_from(
    "Anna Quorn Mr. Minister of Health, UNDP; (World Bank) opening remarks by and – “Title” "
    "the session will discuss Dr. Okoro Director Chile / with".split()
)


def _words(text: str) -> Counter[str]:
    kept = "".join(letter if letter.isalnum() else " " for letter in text)
    return Counter(kept.casefold().split())


@given(st.lists(st.lists(_WORDS, min_size=1, max_size=9), min_size=1, max_size=4))
def test_no_words_are_lost(lines: list[list[str]]) -> None:
    texts = [" ".join(words) for words in lines]

    named = people.named(_body(*texts), "en")

    said = " ".join(
        [
            *named.rest,
            *(
                " ".join(filter(None, (p.honorific, p.name, p.function, p.affiliation, p.label)))
                for p in named.people
            ),
        ]
    )
    joints = {"by", "and", "of", "the", "with"}
    assert set(_words(" ".join(texts))) - set(_words(said)) <= joints


@pytest.mark.parametrize("sign", ["(", "by ", "Dr. ", "and ", "Chair: ", "“", "A, ", "()", "1. "])
def test_endless_signs_end_in_time(sign: str) -> None:
    text = sign * (9000 // len(sign))

    named = people.named(_body(text), "en")
    people.in_title(text, 1, "en")

    assert [who.name for who in named.people] == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Disertantes: Dra. Rosa Díaz y Prof. Luis Soto", ["Rosa Díaz", "Luis Soto"]),
        ("Panelistas: Dra. Gómez, Ana; Dr. Rojas, Mario.", ["Ana Gómez", "Mario Rojas"]),
        ("Introduced by Mr Ian Doe Mr.Arturo Ruiz", ["Ian Doe", "Arturo Ruiz"]),
        ("con los artistas Rosa Díaz, Ana Soto y otros", ["Rosa Díaz", "Ana Soto"]),
        ("Mr Philipp Doe EPSC", ["Philipp Doe"]),
        ("Mr He Chang, Director", ["He Chang"]),
        ("Palabras del Intendente CPN Jorge M. Doe", ["Jorge M. Doe"]),
        ("Conversación entre Rosa Díaz y Ana Soto", ["Rosa Díaz", "Ana Soto"]),
        ("Address by H.R.H. Prince Philippe of Belgium", ["Philippe of Belgium"]),
        ("N.N., Freie Hansestadt Bremen", [None]),
        ("Tram 1 – Arrêt Duinstraat", []),
    ],
)
def test_the_persons_of_a_line_and_nobody_else_are_found(
    text: str, names: list[str | None]
) -> None:
    assert [each.name for each in people.named(_body(text), "en").people] == names


def test_who_follows_a_title_in_quotation_marks_speaks_with_who_chairs() -> None:
    title, found = people.in_title(
        "Mesa 4: “Los ríos”. Ana Ruiz y Luis Vega. Coordina Marta Leiva", 1, "es"
    )

    assert title.rstrip(".") == "Mesa 4: “Los ríos”"
    assert [(each.name, each.role) for each in found] == [
        ("Ana Ruiz", None),
        ("Luis Vega", None),
        ("Marta Leiva", Role.CHAIR),
    ]


def test_posts_before_their_names_in_a_list_belong_to_the_names_behind_them() -> None:
    title, found = people.in_title(
        "Opening with the participation of the Minister of Health, Jane Doe; the Mayor of Lima,"
        " Luis Ramos; and the Dean of Lugo, Ana Ruiz",
        1,
        "en",
    )

    assert title == "Opening"
    assert [(each.name, each.function) for each in found] == [
        ("Jane Doe", "Minister of Health"),
        ("Luis Ramos", "Mayor of Lima"),
        ("Ana Ruiz", "Dean of Lugo"),
    ]


def test_a_title_follows_its_speaker_and_a_body_in_brackets() -> None:
    title, found = people.in_title("Anna ROSSI (Università di Pisa), Le acque e la città", 1, "it")

    assert title == "Le acque e la città"
    assert [(each.name, each.affiliation) for each in found] == [
        ("Anna ROSSI", "Università di Pisa")
    ]


def test_a_post_behind_a_degree_and_a_colon_is_the_speakers() -> None:
    (found,) = people.named(_body("Ms. Ana Silva, PhD: Senior Adviser, Water Fund"), "en").people

    assert (found.function, found.affiliation) == ("PhD, Senior Adviser", "Water Fund")


def test_the_chief_guest_is_nobodys_name() -> None:
    assert people.in_title("Address by the Chief Guest", 1, "en") == (
        "Address by the Chief Guest",
        (),
    )


def test_a_name_ends_a_post_that_no_comma_parts_from_it() -> None:
    _, found = people.in_title(
        "Charla por la profesora de la Universidad de Agüimes María Ruiz", 1, "es"
    )

    assert [each.name for each in found] == ["María Ruiz"]


def test_bullets_that_lost_their_words_are_those_of_the_next_line() -> None:
    found = people.named(
        _body(
            "Presenters:",
            "o",
            "Mr. Luis Paz, Secretary, Water Fund",
            "o",
            "Dr. Ana Sol, Chair, ILO",
        ),
        "en",
    )

    assert [each.name for each in found.people] == ["Luis Paz", "Ana Sol"]


@pytest.mark.parametrize(
    "title",
    [
        "Chief Guest Remarks and Ribbon Cutting",
        "Major Groups Dialogue",
        "Panel 2: Rail in Quorn (Suburban, Night-time...)",
        "Urban Mobility (Buses, Trams, etc.)",
        "Inspire, Connect",
        "Think, Make, Share — A Hands-on Lab",
        "Créer, Innover : un atelier pour les jeunes",
        "Sembrar, Cuidar: taller de huertos urbanos",
        "Entdecken, Staunen – Führung durch das Labor",
        "Imaginar, Construir — oficina de robótica",
        "Sognare, Costruire: laboratorio per ragazzi",
        "Venture Capital, Angel Investors",
        "Zero Hunger (Kenya, Malawi)",
        "Lunch (Garden Terrace)",
        "Kubernetes (Helm, Quornstio)",
        "Student Poster Session",
    ],
)
def test_titles_of_everyday_words_name_nobody(title: str) -> None:
    assert people.in_title(title, 1, "en") == (title, ())


@pytest.mark.parametrize(
    "text",
    [
        "Official greetings and closing address by the organisers",
        "Silent Spring",
        "Semillas Criollas, Saberes Locales",
        "Grüne Dächer, Blaue Stadt",
        "Skills for farming, and Local Skilled Weavers (LSW). Advice for Quorn",
        "Smart Villages, Clean Rivers",
    ],
)
def test_lines_of_everyday_words_name_nobody(text: str) -> None:
    assert people.named(_body(text), "en") == Named(rest=(text,))


def test_open_places_behind_a_person_are_places_of_their_own() -> None:
    named = people.named(
        _body("Speakers: Ana Gil, Rector, Quorn, Representative of A (tbc) Delegate of B (tbc)"),
        "en",
    )

    assert [(who.name, who.label, who.tbc) for who in named.people] == [
        ("Ana Gil", None, False),
        (None, "Representative of A", True),
        (None, "Delegate of B", True),
    ]


def test_who_does_something_stands_behind_the_verb() -> None:
    named = people.named(_body("Entrega el premio la Excma. Sra. Ana Ruiz, Alcaldesa"), "es")

    assert [(who.honorific, who.name, who.function) for who in named.people] == [
        ("Excma. Sra.", "Ana Ruiz", "Alcaldesa")
    ]
    assert named.rest == ("Entrega el premio",)


@pytest.mark.parametrize(
    "text",
    [
        "Speaker: Various",
        "Presenter: Participants",
        "Speaker: See below",
        "Ponentes: todos los grupos",
        "Facilitators: volunteers",
    ],
)
def test_those_who_are_there_are_nobody_who_speaks(text: str) -> None:
    assert people.named(_body(text), "en") == Named(rest=(text,))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Prowadzenie: dr Anna Kowalska, Uniwersytet Quorn", ["Anna Kowalska"]),
        ("Konuşmacılar: Mehmet Quornir, Elif Kaya", ["Mehmet Quornir", "Elif Kaya"]),
        ("Gespreksleider: Jan de Vries", ["Jan de Vries"]),
        ("Debatedores: João Lima – QRN; Rita Sá – UFQ", ["João Lima", "Rita Sá"]),
    ],
)
def test_labels_of_more_languages_are_read(text: str, names: list[str]) -> None:
    named = people.named(_body(text), "pl")

    assert [each.name for each in named.people] == names
    assert {each.role for each in named.people} != {None}
    assert named.rest == ()
