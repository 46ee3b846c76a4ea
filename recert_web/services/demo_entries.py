"""The demo's packs of activities, as entries of a cycle."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from recert_web.domain.amounts import amount_from
from recert_web.domain.claim import HomeStudy
from recert_web.domain.member import Entry
from recert_web.domain.record import Activity, EntrySource
from recert_web.domain.rules import RuleSet
from recert_web.services.demo_accounts import demo_table

WRITTEN_FOR = 2018  # the first year of the cycle that the packs are written for


def studies() -> tuple[HomeStudy, ...]:
    """The approved home studies of the demo; their ids are given by the database."""
    return tuple(
        HomeStudy(
            id=0,
            provider=row["provider"],
            title=row["title"],
            ceu=amount(row["ceu"]) or 0,
            approval_number=row["approval_number"],
            valid_from=row["valid_from"],
            valid_until=row["valid_until"],
        )
        for row in demo_table("home_studies")["studies"]
    )


def entries_of(pack: str, rules: RuleSet, listed: Mapping[str, HomeStudy]) -> dict[str, Entry]:
    """The entries of a pack in a cycle by form key. `listed` are the home studies by approval number."""
    rows = enumerate(demo_table("packs")[pack])
    return {
        f"demo-{rules.name}-{pack}-{number}-{part}": entry
        for number, row in rows
        for part, entry in enumerate(_repeated(row, rules, listed))
    }


def amount(text: str | None) -> int | None:
    """The hundredths of a decimal string. ValueError: it is none."""
    if text is None:
        return None
    hundredths = amount_from(text)
    if hundredths is None:
        raise ValueError(f"{text!r} is no amount")
    return hundredths


def _repeated(row: Mapping[str, Any], rules: RuleSet, listed: Mapping[str, HomeStudy]) -> Iterator[Entry]:
    first = _entry(row, rules, listed)
    times = row.get("monthly") or row.get("daily") or 1
    if times == 1:
        yield first
        return
    for part in range(times):
        day = first.activity.completed_on
        day = _months_on(day, part) if "monthly" in row else day + timedelta(days=part)
        activity = replace(first.activity, completed_on=day)
        yield replace(first, activity=activity, title=f"{first.title} {part + 1}", entered_at=_evening(day))


def _entry(row: Mapping[str, Any], rules: RuleSet, listed: Mapping[str, HomeStudy]) -> Entry:
    years = rules.starts.year - WRITTEN_FOR
    study = listed.get(row.get("listing", ""))
    day, first_day = _years_on(row["on"], years), row.get("from")
    activity = Activity(
        id="",
        type=row["type"],
        completed_on=day,
        started_on=_years_on(first_day, years) if first_day else None,
        quantity=amount(row.get("quantity")),
        ceu=study.ceu if study else amount(row.get("ceu")),
        score=row.get("score"),
        ref=row.get("ref"),
        source=EntrySource(row.get("source", EntrySource.MEMBER)),
        struck=row.get("struck", False),
    )
    return Entry(
        activity=activity,
        title=study.title if study else row["title"],
        rule_set=rules.key,
        version=1,
        entered_at=_evening(day),
        provider=study.provider if study else row.get("provider", ""),
        hours_in_all=amount(row.get("hours")),
        listing=study.id if study else None,
    )


def _years_on(day: date, years: int) -> date:
    return day.replace(year=day.year + years)


def _months_on(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    return day.replace(year=day.year + years, month=month + 1)


def _evening(day: date) -> datetime:
    return datetime.combine(day, time(18), UTC)
