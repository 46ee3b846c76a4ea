"""From a rulebook as data to a rule set, or to everything that is wrong with it at once."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from recert_web.domain.faults import Faults
from recert_web.domain.rule_rows import activity_type, category, certification_kind, distinction_rules, tier
from recert_web.domain.rule_tables import Findings, Table, source_from
from recert_web.domain.rules import ActivityType, CertificationKind, RuleSet, Tier

# Rules that carry no figure of their own, but that a decision of the engine rests on.
NAMED_RULES = (
    "struck", "duplicate", "in_future", "before_window", "before_certification", "out_of_scope",
    "cut_to_hundredth", "late_fee_once", "member_price", "distinction_value",
)  # fmt: skip
DAYS = (
    "starts", "ends", "late_until", "appeals_from", "appeals_until", "audit_notice_by",
    "certificates_from", "certificates_until",
)  # fmt: skip
IN_ORDER = (
    ("starts", "ends"),
    ("ends", "late_until"),
    ("late_until", "appeals_from"),
    ("appeals_from", "appeals_until"),
    ("certificates_from", "certificates_until"),
)
TABLES_BELOW = ("rules", "certifications", "categories", "tiers", "types", "distinction")


def rule_set_from(data: Mapping[str, object]) -> RuleSet | Faults:
    """The rule set a rulebook holds.

    Every fault is found in one pass: wrong kinds, missing and unknown keys, gaps or overlaps between
    tiers, a category without a maximum, dates out of order, a figure without a source and mark.
    """
    findings = Findings()
    table = Table(data, "", findings)
    found = _rule_set(table, findings)
    _note_named_rules(table, findings)
    table.close(*TABLES_BELOW)
    _check_dates(found, findings)
    _check_tiers(found, findings)
    return Faults(tuple(findings.faults)) if findings.faults else found


def _rule_set(table: Table, findings: Findings) -> RuleSet:
    rows = table.rows("categories")
    letters = tuple(rows)
    return RuleSet(
        key=table.text("key"),
        body=table.text("body"),
        name=table.text("name"),
        **{key: table.day(key) for key in DAYS},
        audit_answer_days=table.whole("audit_answer_days"),
        time_zone=table.text("time_zone"),
        currency=table.text("currency"),
        late_fee=table.amount("late_fee"),
        certifications=_certifications(table, findings),
        categories={letter: category(letter, row, findings) for letter, row in rows.items()},
        tiers=_tiers(table, letters, findings),
        types=_types(table, letters, findings),
        distinction=distinction_rules(table.value("distinction"), findings),
        in_scope=table.texts("in_scope"),
        out_of_scope=table.texts("out_of_scope"),
        sources=findings.sources,
    )


def _certifications(table: Table, findings: Findings) -> Mapping[str, CertificationKind]:
    rows = table.rows("certifications")
    return {code: certification_kind(code, row, findings) for code, row in rows.items()}


def _types(table: Table, letters: Sequence[str], findings: Findings) -> Mapping[str, ActivityType]:
    rows = table.rows("types")
    return {key: activity_type(key, row, letters, findings) for key, row in rows.items()}


def _tiers(table: Table, letters: Sequence[str], findings: Findings) -> tuple[Tier, ...]:
    rows = table.value("tiers")
    if not isinstance(rows, list) or not rows:
        table.fault("tiers", "must be a list of tables")
        return ()
    return tuple(tier(position, row, letters, findings) for position, row in enumerate(rows))


def _note_named_rules(table: Table, findings: Findings) -> None:
    """The sources of the rules that are no figures."""
    named = table.rows("rules")
    for key in NAMED_RULES:
        if key not in named:
            findings.fault(f"rules.{key}", "is missing")
    for key, written in named.items():
        source = source_from(written)
        if source is None:
            findings.fault(f"rules.{key}", "must be a source, 'mark: where it stands'")
        else:
            findings.sources[f"rules.{key}"] = source


def _check_dates(found: RuleSet, findings: Findings) -> None:
    for earlier, later in IN_ORDER:
        first, then = getattr(found, earlier), getattr(found, later)
        # A stand-in for a date that is itself at fault is no second fault.
        if date.min not in (first, then) and first > then:
            findings.fault(later, f"must not be before {earlier}")


def _check_tiers(found: RuleSet, findings: Findings) -> None:
    """Tiers leave no day out up to the end of the cycle, and hold none twice."""
    for position, one in enumerate(found.tiers):
        begins, path = one.certified_from, f"tiers.{position}"
        if begins is not None and one.certified_until < begins:
            findings.fault(f"{path}.certified_until", "must not be before certified_from")
        if position == 0 and begins is not None:
            findings.fault(f"{path}.certified_from", "must not stand in the first tier, which has none")
    for position, (one, after) in enumerate(pairwise(found.tiers), start=1):
        begins, until = after.certified_from, one.certified_until
        if begins is None or begins <= until or begins - timedelta(days=1) != until:
            message = f"must be the day after {until}, where the tier before ends"
            findings.fault(f"tiers.{position}.certified_from", message)
    if found.tiers and found.tiers[-1].certified_until != found.ends:
        path = f"tiers.{len(found.tiers) - 1}.certified_until"
        findings.fault(path, f"must be the end of the cycle, {found.ends}")
