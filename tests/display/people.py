"""Short ways to a member and to every word of a shape. Records come from `tests.domain.records`."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from typing import Any

from recert_web.domain.evaluation import Evaluation
from recert_web.domain.member import CprAedCard, Entry, ExpiredCause, HeldCertification, Member
from recert_web.domain.record import Activity, Record
from recert_web.domain.rules import RuleSet
from recert_web.rulebook.loader import rule_set
from tests.domain.records import evaluated

RULES = rule_set("nsca-2018-2020")
NEXT = rule_set("nsca-2021-2023")
NEWEST = rule_set("nsca-2024-2026")
LATE, CLOSED = date(2021, 1, 15), date(2021, 2, 10)
UNSEEN = ("id", "href", "edit_href", "type_key", "tone", "kind", "value", "name", "first_wrong", "strip_box")


def member(
    *codes: str,
    expires_on: date = date(2020, 12, 31),
    expired_on: date | None = None,
    cause: ExpiredCause | None = None,
    membership_until: date | None = date(2021, 5, 1),
    card: CprAedCard | None = None,
) -> Member:
    """Sam Parker, who holds the certifications since 2016; CSCS where none is named."""
    held = tuple(
        HeldCertification(code, "1", date(2016, 4, 9), expires_on, None, expired_on, cause)
        for code in codes or ("CSCS",)
    )
    return Member(1, "Sam Parker", membership_until, held, card)


def entry(activity: Activity, title: str = "Winter Clinic", **more: Any) -> Entry:
    return Entry(activity, title, RULES.key, 1, datetime(2020, 6, 1, tzinfo=UTC), **more)


def seen(one: Record) -> tuple[RuleSet, Evaluation]:
    return rule_set(one.rule_set), evaluated(one)


def texts(shape: Any) -> Iterator[str]:
    """Every text of a shape that a person reads."""
    if isinstance(shape, str):
        yield shape
    elif isinstance(shape, list):
        for part in shape:
            yield from texts(part)
    elif is_dataclass(shape):
        for field in fields(shape):
            if field.name not in UNSEEN:
                yield from texts(getattr(shape, field.name))
