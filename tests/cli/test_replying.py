"""Answers are read from files, folders and standard input; each message gets a stated outcome."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copy

import imap_tools
import pytest
from click.testing import CliRunner, Result

from roundtable_ical.cli import replying
from roundtable_ical.cli.main import roundtable
from roundtable_ical.errors import Unavailable
from roundtable_ical.testing.mailing_imap import SECRET, running_imap
from roundtable_ical.transports import mailboxes

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


@pytest.mark.parametrize(
    ("event", "store", "words"),
    [
        ("nosuch", "roundtable.sqlite", "there is no event 'nosuch'"),
        ("breakfast", "nowhere/x.sqlite", "there is no folder"),
    ],
)
def test_a_mail_server_keeps_a_message_that_could_not_be_read(
    typed: Typed, replied: Replied, event: str, store: str, words: str
) -> None:
    mail = Path(replied("ACCEPTED")).read_bytes()
    order = ["answers", event, "-", "--store", store]

    done = CliRunner().invoke(roundtable, order, input=mail)

    assert (done.exit_code, words in done.output) == (75, True)


class Box:
    """A mailbox with one message at most, whose server goes away, or whose reader."""

    def __init__(self, ending: BaseException, *mails: bytes) -> None:
        self.ending, self.mails = ending, [*mails]

    def messages(self) -> Iterator[tuple[str, bytes]]:
        while self.mails:
            yield f"imap://desk@mx/INBOX;UIDVALIDITY=1/;UID={len(self.mails)}", self.mails.pop()

    def wait(self, seconds: float) -> bool:  # noqa: ARG002  # of every mailbox
        raise self.ending

    def close(self) -> None:
        pass


def test_who_watches_goes_on_after_a_server_was_away(
    typed: Typed, guests: Path, replied: Replied, monkeypatch: pytest.MonkeyPatch
) -> None:
    mails = [
        Path(replied(word, after=n)).read_bytes() for n, word in enumerate(("ACCEPTED", "DECLINED"))
    ]
    boxes = [
        Box(Unavailable("mx: gone"), mails[0]),
        Box(KeyboardInterrupt(), mails[1]),
    ]
    known: list[set[str]] = []

    def opened(_: str, read: set[str]) -> Box:
        known.append(read)
        return boxes.pop(0)

    monkeypatch.setattr(mailboxes, "opened", opened)
    monkeypatch.setattr(replying, "PAUSE", 0.0)

    done = typed("answers", str(guests), "--imap", "imap://desk@mx/INBOX", "--watch")

    assert "mx: gone; trying again" in done.output
    assert [line.split(": ")[1] for line in done.stdout.splitlines() if "UID=" in line] == [
        "accepted",
        "declined",
    ]
    assert known == [set(), {"imap://desk@mx/INBOX;UIDVALIDITY=1/;UID=1"}]


def test_programs_that_watch_read_a_line_for_each_message(
    typed: Typed, guests: Path, replied: Replied, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = Box(KeyboardInterrupt(), Path(replied("ACCEPTED")).read_bytes())
    monkeypatch.setattr(mailboxes, "opened", lambda *_: box)

    done = typed("answers", str(guests), "--imap", "imap://desk@mx/INBOX", "--watch", "--json")

    assert [json.loads(line)["outcome"] for line in done.stdout.splitlines() if line] == [
        "accepted"
    ]


def test_a_maildir_is_read(typed: Typed, guests: Path, replied: Replied) -> None:
    for name in ("cur", "new", "tmp"):
        Path("inbox", name).mkdir(parents=True)
    copy(replied("ACCEPTED"), "inbox/new/1.example")

    done = typed("answers", str(guests), "--maildir", "inbox", "--json")

    assert [each["outcome"] for each in json.loads(done.stdout)] == ["accepted"]


def test_a_mailbox_on_a_server_is_read_on_from_where_it_was_left(
    typed: Typed, guests: Path, replied: Replied, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ROUNDTABLE_IMAP_PASSWORD", SECRET)
    files = replied("ACCEPTED"), replied("DECLINED", "no.eml", after=2)
    mails = [Path(each).read_bytes() for each in files]
    with (
        running_imap() as server,
        imap_tools.MailBoxUnencrypted("127.0.0.1", server.port).login("desk", SECRET) as theirs,
    ):

        def outcomes(store: str = "roundtable.sqlite") -> list[str]:
            words = ("--imap", server.address(), "--store", store, "--json")
            done = typed("answers", str(guests), *words)
            return [each["outcome"] for each in json.loads(done.stdout)]

        theirs.append(mails[0])
        assert (outcomes(), outcomes()) == (["accepted"], [])
        theirs.append(mails[1])
        theirs.append(mails[0])
        assert outcomes() == ["declined", "ignored"]
        assert outcomes("another.sqlite") == ["ignored"] * 3


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
