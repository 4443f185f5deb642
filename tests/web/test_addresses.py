import pytest

from roundtable_ical import read
from roundtable_ical.config import Settings
from roundtable_ical.web.addresses import event_address
from roundtable_ical.web.app import create_app


@pytest.mark.parametrize(
    ("base_url", "address"),
    [
        (None, "https://here.example.org/hld-2013/"),
        ("https://public.example.org/un/", "https://public.example.org/un/hld-2013/"),
    ],
)
def test_an_event_is_where_the_settings_say_or_where_it_was_reached(
    base_url: str | None, address: str
) -> None:
    settings = Settings.model_validate({"base_url": base_url} if base_url else {})
    app = create_app("samples/hld-2013", settings=settings)

    with app.test_request_context("/hld-2013/", base_url="https://here.example.org/"):
        assert event_address(read("samples/hld-2013")) == address
