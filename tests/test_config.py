"""Settings come from the environment; a wrong one is refused by its name."""

from ipaddress import IPv4Network

import pytest
from pydantic import SecretStr

from roundtable_ical.config import Settings, seconds
from roundtable_ical.errors import InvalidField, InvalidSetting


def test_every_setting_comes_from_the_environment() -> None:
    environ = {
        "ROUNDTABLE_BASE_URL": "https://events.example.org",
        "ROUNDTABLE_EVENTS": "one/event.yaml:two",
        "ROUNDTABLE_STORE": "postgresql://db.example.org/events",
        "ROUNDTABLE_HOST": "0.0.0.0",
        "ROUNDTABLE_PORT": "80",
        "ROUNDTABLE_WORKERS": "4",
        "ROUNDTABLE_MAX_AGE": "60",
        "ROUNDTABLE_WATCH": "2.5",
        "ROUNDTABLE_TRUSTED_PROXY": "10.0.0.0/8",
        "ROUNDTABLE_SECRET_KEY": "a long secret that nobody knows",
        "ROUNDTABLE_MAIL": "smtp://sender@mail.example.org:587",
        "ROUNDTABLE_SMTP_PASSWORD": "of the sender",
        "ROUNDTABLE_IMAP_PASSWORD": "of the mailbox",
        "ROUNDTABLE_SETTLE": "10m",
        "ROUNDTABLE_DECLINED": "tbc",
        "ROUNDTABLE_AUTHSERV": "mx1.example.org, mx2.example.org",
        "ROUNDTABLE_LOG_LEVEL": "warning",
    }

    settings = Settings.from_environ(environ)

    assert settings.model_dump() == {
        "base_url": "https://events.example.org",
        "events": ("one/event.yaml", "two"),
        "store": "postgresql://db.example.org/events",
        "host": "0.0.0.0",
        "port": 80,
        "workers": 4,
        "max_age": 60,
        "watch": 2.5,
        "trusted_proxy": IPv4Network("10.0.0.0/8"),
        "secret_key": SecretStr("a long secret that nobody knows"),
        "mail": "smtp://sender@mail.example.org:587",
        "smtp_password": SecretStr("of the sender"),
        "imap_password": SecretStr("of the mailbox"),
        "settle": 600,
        "declined": "tbc",
        "authserv": ("mx1.example.org", "mx2.example.org"),
        "log_level": "warning",
    }
    assert {name.removeprefix("ROUNDTABLE_").lower() for name in environ} == {
        *Settings.model_fields
    }


def test_what_is_not_set_or_empty_has_a_default_that_works() -> None:
    environ = {"PATH": "/bin", "ROUNDTABLE_PORT": "", "ROUNDTABLE_BASE_URL": ""}

    settings = Settings.from_environ(environ)

    assert settings == Settings()
    assert (settings.host, settings.port, settings.max_age) == ("127.0.0.1", 8000, 300)


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("PROT", "80", "ROUNDTABLE_PROT: there is no such setting; there is: ROUNDTABLE_PORT"),
        (
            "PORT",
            "http",
            "ROUNDTABLE_PORT (port to listen on): 'http' is refused: "
            "Input should be a valid integer, unable to parse string as an integer",
        ),
        (
            "WORKERS",
            "0",
            "ROUNDTABLE_WORKERS (server processes): '0' is refused: "
            "Input should be greater than or equal to 1",
        ),
        (
            "BASE_URL",
            "events.example.org",
            "ROUNDTABLE_BASE_URL (public address of the events, as https://events.example.org): "
            "'events.example.org' is not a web address; write it whole, with https://",
        ),
        (
            "LOG_LEVEL",
            "loud",
            "ROUNDTABLE_LOG_LEVEL (least important line of the log): 'loud' is refused: "
            "Input should be 'debug', 'info', 'warning' or 'error'",
        ),
    ],
)
def test_a_wrong_setting_is_refused_by_its_name(name: str, value: str, said: str) -> None:
    with pytest.raises(InvalidSetting) as error:
        Settings.from_environ({f"ROUNDTABLE_{name}": value})

    assert str(error.value) == said


def test_all_wrong_settings_are_told_at_once() -> None:
    with pytest.raises(InvalidSetting) as error:
        Settings.from_environ({"ROUNDTABLE_PORT": "x", "ROUNDTABLE_QUUX": "1"})

    lines = str(error.value).splitlines()
    assert [line.split(" ")[0] for line in lines] == ["ROUNDTABLE_PORT", "ROUNDTABLE_QUUX:"]
    assert lines[1].count("ROUNDTABLE_") == 1 + len(Settings.model_fields)


@pytest.mark.parametrize(
    ("words", "length"), [("90", 90), ("90s", 90), ("10m", 600), (" 2 h ", 7200), ("1d", 86_400)]
)
def test_lengths_of_time_are_written_as_people_write_them(words: str, length: int) -> None:
    assert seconds(words) == length


@pytest.mark.parametrize("words", ["", "m", "-1m", "1w", "10 minutes", "1.5h"])
def test_what_is_no_length_of_time_is_refused_with_an_example(words: str) -> None:
    with pytest.raises(InvalidField, match="write 90s, 10m, 2h or 1d"):
        seconds(words)
