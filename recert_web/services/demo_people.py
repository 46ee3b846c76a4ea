"""The demo's people: what they hold and what they have paid."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from zlib import crc32

from recert_web.domain.cycle_choice import certifications_in
from recert_web.domain.fees import certification_fee
from recert_web.domain.member import CprAedCard, ExpiredCause, HeldCertification, HistoryLine
from recert_web.domain.record import PaymentKind
from recert_web.domain.status import tier_for
from recert_web.rulebook.loader import rule_set

CURRENCY = "USD"

Row = Mapping[str, Any]


def certifications_of(person: Row) -> tuple[HeldCertification, ...]:
    """What a person holds and held."""
    return tuple(
        HeldCertification(
            code=row["code"],
            number=_number(person["email"], row["code"], row["on"]),
            certified_on=row["on"],
            expires_on=row["expires"],
            expired_on=row.get("expired"),
            expired_cause=ExpiredCause(row["cause"]) if "cause" in row else None,
        )
        for row in person["certifications"]
    )


def cards_of(person: Row) -> tuple[CprAedCard, ...]:
    """A person's CPR/AED cards, one after the other."""
    rows = person.get("cards", ())
    return tuple(CprAedCard(row["provider"], row["issued"], row["expires"], row["skills"]) for row in rows)


def payments_of(person: Row) -> Iterator[HistoryLine]:
    """What a person has paid: recertification fees as the rules set them, and other fees."""
    for row in person.get("paid", ()):
        yield from _recertification(person, row)
    for row in person.get("other", ()):
        yield HistoryLine(row["kind"], None, "", row["cents"], CURRENCY, row["on"], None, None)


def _number(email: str, code: str, certified_on: date) -> str:
    # The same at every run, and another for each: numbers are unique.
    return f"{code}-{crc32(f'{email} {code} {certified_on}'.encode()):010}"


def _recertification(person: Row, row: Row) -> Iterator[HistoryLine]:
    rules, paid_on = rule_set(row["cycle"]), row["on"]
    until = person.get("member_until")
    is_member = until is not None and until >= paid_on
    for held in certifications_in(rules, certifications_of(person)):
        tier, _ = tier_for(rules, held.certified_on)
        if tier.nothing_due or held.code not in row.get("codes", (held.code,)):
            continue
        fee = certification_fee(tier, is_member)
        kind = PaymentKind.RECERTIFICATION
        yield HistoryLine(kind, held.code, rules.key, fee, rules.currency, paid_on, None, None)
    if row.get("late"):
        late = rules.late_fee
        yield HistoryLine(PaymentKind.LATE, None, rules.key, late, rules.currency, paid_on, None, None)
