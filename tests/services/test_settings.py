"""The settings: defaults that work at once, and faults that say what to change."""

from collections.abc import Callable
from datetime import date

import pytest

from recert_web.settings import Mode, Settings, WrongSettings, production_faults, settings, table

GOOD = {
    "RECERT_MODE": "production",
    "RECERT_SECRET": "thirty-two letters or more of a secret",
    "RECERT_PUBLIC_URL": "https://recert.example",
}


def test_nothing_needs_to_be_set() -> None:
    found = settings()
    assert (found.mode, found.port, found.today) == (Mode.DEMO, 8000, None)
    assert found.public_url == "http://localhost:8000"
    assert production_faults(found) == ()


def test_the_public_address_follows_the_port(setting: Callable[..., None]) -> None:
    setting(PORT="9001")
    assert settings().public_url == "http://localhost:9001"


def test_an_empty_variable_is_as_if_not_set(setting: Callable[..., None]) -> None:
    setting(RECERT_TODAY="", PORT="", RECERT_PUBLIC_URL="")
    assert (settings().today, settings().port) == (None, 8000)


def test_the_settings_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    settings.cache_clear()
    first = settings()
    monkeypatch.setenv("RECERT_TODAY", "2020-11-01")
    assert settings() is first
    settings.cache_clear()
    assert settings().today == date(2020, 11, 1)
    settings.cache_clear()


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("PORT", "eighty"),
        ("PORT", "0"),
        ("PORT", "65536"),
        ("RECERT_MODE", "live"),
        ("RECERT_TODAY", "2020-13-01"),
        ("RECERT_TODAY", "soon"),
        ("RECERT_PUBLIC_URL", "recert.example"),
        ("RECERT_PUBLIC_URL", "https://recert.example/portal"),
        ("RECERT_PAYMENTS", "cash"),
        ("RECERT_DATABASE_URL", "var/recert.db"),
        ("RECERT_DATABASE_URL", "mysql://localhost/recert"),
        ("RECERT_DATABASE_URL", "sqlite://"),
        ("RECERT_SESSION_IDLE_MINUTES", "1"),
        ("RECERT_SESSION_HOURS", "0"),
    ],
)
def test_a_wrong_setting_ends_the_start_and_names_the_variable(
    setting: Callable[..., None], variable: str, value: str
) -> None:
    setting(**{variable: value})
    with pytest.raises(WrongSettings) as fault:
        settings()
    assert variable in str(fault.value)
    assert isinstance(fault.value, SystemExit)  # ends the process with this text, without a traceback
    settings.cache_clear()


def test_every_fault_is_named_at_once(setting: Callable[..., None]) -> None:
    setting(PORT="eighty", RECERT_TODAY="soon")
    with pytest.raises(WrongSettings, match=r"(?s)PORT.*RECERT_TODAY"):
        settings()


def test_a_secret_is_not_shown_by_a_fault_or_by_printing(setting: Callable[..., None]) -> None:
    setting(RECERT_SECRET="do not show me", RECERT_MODE="production")
    with pytest.raises(WrongSettings) as fault:
        settings()
    assert "do not show me" not in str(fault.value)
    setting(RECERT_MODE="demo")
    assert "do not show me" not in repr(settings())


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"RECERT_SECRET": ""}, "RECERT_SECRET: production needs"),
        ({"RECERT_SECRET": "short"}, "RECERT_SECRET: too short"),
        ({"RECERT_TODAY": "2020-11-01"}, "RECERT_TODAY"),
        ({"RECERT_PUBLIC_URL": "http://recert.example"}, "RECERT_PUBLIC_URL"),
        ({}, "RECERT_PAYMENTS"),
    ],
    ids=str,
)
def test_production_refuses(setting: Callable[..., None], change: dict[str, str], fault: str) -> None:
    setting(**{**GOOD, **change})
    with pytest.raises(WrongSettings, match=fault):
        settings()


def test_production_with_everything_set_has_no_fault(setting: Callable[..., None]) -> None:
    setting(**GOOD)
    assert production_faults(Settings().model_copy(update={"payments": "another gateway"})) == ()


def test_demo_mode_refuses_none_of_it(setting: Callable[..., None]) -> None:
    setting(RECERT_SECRET="short", RECERT_TODAY="2020-11-01")
    assert settings().today == date(2020, 11, 1)


def test_every_setting_has_a_line_for_the_readme() -> None:
    lines = {line.variable: line for line in table()}
    assert len(lines) == len(Settings.model_fields)
    assert lines["PORT"].default == "8000"
    assert lines["RECERT_MODE"].default == "demo"
    assert lines["RECERT_SECRET"].default == "demo only"
    assert all(line.description.endswith(".") and "|" not in line.description for line in lines.values())


def test_a_locale_that_does_not_exist_is_named(setting: Callable[..., None]) -> None:
    setting(RECERT_LOCALE="xx")
    with pytest.raises(WrongSettings, match=r"RECERT_LOCALE: .*no such locale"):
        settings()
