"""The rows of a rulebook: certifications, categories, tiers, activity types."""

from collections.abc import Collection

from recert_web.domain.rule_tables import Findings, Table
from recert_web.domain.rules import (
    ActivityType,
    Category,
    CertificationKind,
    DistinctionRules,
    EnteredBy,
    Tier,
    Valuation,
)

MEMBERS_ENTER = frozenset({EnteredBy.MEMBER, EnteredBy.MEMBER_EARLY})


def certification_kind(code: str, data: object, findings: Findings) -> CertificationKind:
    """One certification that the body issues."""
    table = Table(data, f"certifications.{code}", findings)
    kind = CertificationKind(code, table.text("name"), table.text("scope"))
    table.close()
    return kind


def category(letter: str, data: object, findings: Findings) -> Category:
    """One category of activities."""
    table = Table(data, f"categories.{letter}", findings)
    found = Category(letter, table.text("name"))
    table.close()
    return found


def tier(position: int, data: object, letters: Collection[str], findings: Findings) -> Tier:
    """One tier, with a maximum for every category and for nothing else."""
    table = Table(data, f"tiers.{position}", findings)
    maximums = Table(table.value("maximums"), f"tiers.{position}.maximums", findings)
    found = Tier(
        certified_from=table.day("certified_from") if table.has("certified_from") else None,
        certified_until=table.day("certified_until"),
        required=table.amount("required"),
        maximums={letter: maximums.amount(letter) for letter in letters},
        categories_needed=table.whole("categories_needed"),
        fee_member=table.amount("fee_member"),
        fee_non_member=table.amount("fee_non_member"),
    )
    maximums.close(*letters)
    table.close()
    return found


def activity_type(key: str, data: object, letters: Collection[str], findings: Findings) -> ActivityType:
    """One activity type, with exactly the figures that its valuation needs."""
    table = Table(data, f"types.{key}", findings)
    valuation = table.choice("valuation", Valuation)
    entered_by = table.choice("entered_by", EnteredBy)
    quiz, by_rate = valuation is Valuation.QUIZ, valuation is Valuation.RATE
    found = ActivityType(
        key=key,
        name=table.text("name"),
        summary=table.text("summary"),
        route="" if entered_by in MEMBERS_ENTER else table.text("route"),
        category=None if valuation is Valuation.NONE else table.text("category"),
        valuation=valuation,
        entered_by=entered_by,
        unit=table.text("unit") if by_rate else "",
        rate=_above_zero(table, "rate") if by_rate else 0,
        fixed=_above_zero(table, "fixed") if quiz or valuation is Valuation.FIXED else 0,
        item_maximum=_above_zero(table, "item_maximum") if table.has("item_maximum") else None,
        yearly_maximum=_above_zero(table, "yearly_maximum") if table.has("yearly_maximum") else None,
        pass_mark=table.whole("pass_mark") if quiz else None,
        dated_by_start=table.flag("dated_by_start"),
        listed=table.flag("listed"),
        counts_for_distinction=table.flag("counts_for_distinction"),
    )
    if found.category and found.category not in letters:
        table.fault("category", "is not a category of this rulebook")
    table.close()
    return found


def distinction_rules(data: object, findings: Findings) -> DistinctionRules:
    """The figures of Recertification with Distinction."""
    table = Table(data, "distinction", findings)
    found = DistinctionRules(
        required=_above_zero(table, "required"),
        for_each_further=table.amount("for_each_further"),
        fee_member=table.amount("fee_member"),
        fee_non_member=table.amount("fee_non_member"),
    )
    table.close()
    return found


def _above_zero(table: Table, key: str) -> int:
    amount = table.amount(key)
    if amount == 0 and isinstance(value := table.value(key), str) and not value.strip("0."):
        table.fault(key, "must be above 0")
    return amount
