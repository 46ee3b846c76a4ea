"""The demo's accounts: who can be signed in as, and what each shows."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

PASSWORD = "recertify-the-demo"  # of every demo account; shown in demo mode only
STAFF_EMAIL = "staff@example.org"
_STAFF_SHOWS = "Staff: finds members and reads their records"
_THEN_ENDS = date(2023, 12, 31)


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """An invented person. `shows` is what they show from 2024 on, `shows_then` before; "" for nothing."""

    email: str
    name: str
    shows: str
    shows_then: str


@cache
def demo_table(name: str) -> Any:
    """A table of the demo's data, as TOML reads it."""
    return tomllib.loads(files("recert_web.services").joinpath(f"demo_data/{name}.toml").read_text("utf-8"))


def _accounts() -> tuple[DemoAccount, ...]:
    people = demo_table("people")["people"]
    members = (DemoAccount(one["email"], one["name"], one["shows"], one["shows_then"]) for one in people)
    return (*members, DemoAccount(STAFF_EMAIL, "Recertification Desk", _STAFF_SHOWS, _STAFF_SHOWS))


ACCOUNTS = _accounts()


def accounts_on(today: date) -> tuple[tuple[str, str], ...]:
    """E-mail address and what it shows, for the accounts that show something on a day."""
    shown = ((one.email, one.shows_then if today <= _THEN_ENDS else one.shows) for one in ACCOUNTS)
    return tuple((email, words) for email, words in shown if words)
