"""Answers are read from files, folders and standard input; each message gets a stated outcome."""

import json
from collections.abc import Callable
from pathlib import Path
from shutil import copy

import pytest
from click.testing import CliRunner, Result

from roundtable_ical.cli.main import roundtable

Typed = Callable[..., Result]
Replied = Callable[..., str]


def test_each_message_is_told_with_what_came_of_it(
    typed: Typed, guests: Path, replied: Replied
) -> None:
    file = replied("ACCEPTED")

    done = typed("answers", str(guests), file, file)

    assert (done.exit_code, done.output.splitlines()) == (
        0,
        [
            "reply.eml: accepted: Guy Ryder accepts “Panel”.",
            "reply.eml: ignored: This message was read before; it was: accepted.",
        ],
    )


def test_programs_read_one_object_for_each_file(
    typed: Typed, guests: Path, replied: Replied
) -> None:
    file = replied("DECLINED", comment="Ill\\, sorry")

    done = typed("answers", str(guests), file, "--json")

    [found] = json.loads(done.stdout)
    assert len(found.pop("message")) == 12
    assert found == {
        "file": "reply.eml",
        "outcome": "declined",
        "reason": "Guy Ryder declines “Panel”.",
        "from": "guy@example.org",
        "segment": "panel",
        "speaker": "guy",
        "partstat": "DECLINED",
        "comment": "Ill, sorry",
    }


def test_whom_somebody_names_instead_is_told(typed: Typed, guests: Path, replied: Replied) -> None:
    file = replied('DELEGATED;DELEGATED-TO="mailto:aide@example.org"')

    [found] = json.loads(typed("answers", str(guests), file, "--json").stdout)

    assert (found["outcome"], found["delegated_to"]) == ("delegated", "aide@example.org")


def test_a_message_is_read_from_standard_input_as_mail_servers_pipe_it(
    typed: Typed, guests: Path, replied: Replied
) -> None:
    mail = Path(replied("TENTATIVE")).read_bytes()

    done = CliRunner().invoke(roundtable, ["answers", str(guests), "-"], input=mail)

    assert done.output == "-: tentative: Guy Ryder says perhaps to “Panel”.\n"


def test_a_maildir_is_read(typed: Typed, guests: Path, replied: Replied) -> None:
    for name in ("cur", "new", "tmp"):
        Path("inbox", name).mkdir(parents=True)
    copy(replied("ACCEPTED"), "inbox/new/1.example")

    done = typed("answers", str(guests), "--maildir", "inbox", "--json")

    assert [each["outcome"] for each in json.loads(done.stdout)] == ["accepted"]


def test_what_is_no_mail_is_no_answer(typed: Typed, guests: Path, replied: Replied) -> None:
    replied("ACCEPTED")
    Path("noise.eml").write_bytes(b"\x00\xff" * 99)
    Path("empty.eml").write_bytes(b"")

    done = typed("answers", str(guests), "noise.eml", "empty.eml", "--json")

    assert done.exit_code == 0
    assert {each["outcome"] for each in json.loads(done.stdout)} <= {"held", "not-a-reply"}


def test_a_file_that_is_not_there_ends_it_after_those_before(
    typed: Typed, guests: Path, replied: Replied
) -> None:
    done = typed("answers", str(guests), replied("ACCEPTED"), "missing.eml")

    assert (done.exit_code, done.output) == (
        3,
        "roundtable: missing.eml: No such file or directory\n",
    )


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ((), 2, "Error: name FILE.eml, --maildir DIR or --imap URL; - is standard input"),
        (
            ("--imap", "pop3://mx"),
            1,
            "roundtable: pop3://mx: is no mailbox; write one of: maildir:FOLDER, "
            "imaps://USER@HOST/FOLDER",
        ),
    ],
)
def test_where_to_read_has_to_be_said(
    typed: Typed, guests: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    done = typed("answers", str(guests), *words)

    assert (done.exit_code, done.output.splitlines()[-1]) == (code, said)


def test_what_was_accepted_is_published_as_confirmed(
    typed: Typed, guests: Path, replied: Replied
) -> None:
    programme = json.loads(guests.read_text())
    programme["speakers"][0]["tbc"] = True
    guests.write_text(json.dumps(programme))
    typed("publish", str(guests))

    typed("answers", str(guests), replied("ACCEPTED"))

    revisions = json.loads(typed("history", "breakfast", "--json").stdout)
    assert sorted(each["message"] for each in revisions) == ["", "speakers have answered"]
