"""Addresses of mail servers are read as people write them."""

import sys
from types import SimpleNamespace

import pytest

from roundtable_ical.errors import InvalidSetting
from roundtable_ical.transports.servers import Server, password, server

PORTS = {"smtp": 25, "smtps": 465}


def test_everything_has_its_place() -> None:
    found = server("smtps://desk%40example.org@MX.example.org:26/a%20b?rate=2", PORTS, ("rate",))

    assert found == Server(
        scheme="smtps",
        host="mx.example.org",
        port=26,
        user="desk@example.org",
        path="a b",
        options={"rate": "2"},
    )
    assert found.number("rate", 9) == 2
    assert found.number("timeout", 9) == 9
    assert found.place == "smtps://mx.example.org:26"


def test_what_is_left_out_has_a_default() -> None:
    expected = Server(scheme="smtp", host="mx", port=25, user="", path="", options={})

    assert server("smtp://mx", PORTS, ()) == expected
    assert server("smtp://desk@example.org@mx", PORTS, ()).user == "desk@example.org"


@pytest.mark.parametrize(
    "address", ["smtp:", "mx.example.org", "http://mx", "smtp://", "smtp://mx:many", "smtp://[mx"]
)
def test_another_address_is_refused_with_the_form_that_there_is(address: str) -> None:
    with pytest.raises(InvalidSetting, match="write smtp://USER@HOST:PORT or smtps://USER@HOST"):
        server(address, PORTS, ())


def test_a_password_is_not_repeated() -> None:
    with pytest.raises(InvalidSetting) as caught:
        server("smtp://desk:hunter2@mx", PORTS, ())

    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize(
    ("host", "near"),
    [("localhost", True), ("127.0.0.9", True), ("[::1]", True), ("mx", False), ("10.0.0.1", False)],
)
def test_this_machine_is_known(host: str, *, near: bool) -> None:
    assert server(f"smtp://{host}", PORTS, ()).near is near


def test_a_password_comes_from_the_environment_or_a_keyring(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    where = server("smtp://desk@mx", PORTS, ())
    kept = {("roundtable-ical", "desk@mx"): "from the keyring"}
    monkeypatch.setitem(
        sys.modules, "keyring", SimpleNamespace(get_password=lambda *name: kept.get(name))
    )
    monkeypatch.delenv("THE_PASSWORD", raising=False)
    assert password(where, "THE_PASSWORD") == "from the keyring"

    monkeypatch.setenv("THE_PASSWORD", "from the environment")
    assert password(where, "THE_PASSWORD") == "from the environment"

    monkeypatch.delenv("THE_PASSWORD")
    monkeypatch.setitem(sys.modules, "keyring", SimpleNamespace())
    with pytest.raises(InvalidSetting, match="keyring set roundtable-ical desk@mx"):
        password(where, "THE_PASSWORD")
