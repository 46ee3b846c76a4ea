"""The rows that `recert-web rules` shows: every figure, with a mark where it is unconfirmed."""

from recert_web.domain.amounts import amount_text
from recert_web.domain.rules import ActivityType, Mark, RuleSet, Tier, Valuation

UNCONFIRMED = "(unconfirmed)"
WORDS = {Mark.FAQ: "FAQ", Mark.WEB: "web", Mark.ASSUMED: "unconfirmed"}
CALENDAR = (
    "starts", "ends", "late_until", "appeals_from", "appeals_until", "audit_notice_by",
    "audit_answer_days", "certificates_from", "certificates_until", "time_zone", "currency",
)  # fmt: skip


def calendar_rows(rules: RuleSet) -> list[tuple[str, ...]]:
    """Dates, the late fee, distinction."""
    rows = [(_spoken(key), _marked(rules, key, str(getattr(rules, key)))) for key in CALENDAR]
    rows.append(("late fee", _marked(rules, "late_fee", amount_text(rules.late_fee))))
    for key in ("required", "for_each_further", "fee_member", "fee_non_member"):
        amount = amount_text(getattr(rules.distinction, key))
        rows.append((f"distinction, {_spoken(key)}", _marked(rules, f"distinction.{key}", amount)))
    return [*rows]


def tier_rows(rules: RuleSet) -> list[tuple[str, ...]]:
    """One row a tier."""
    return [_tier_row(rules, f"tiers.{position}", tier) for position, tier in enumerate(rules.tiers)]


def type_rows(rules: RuleSet) -> list[tuple[str, ...]]:
    """One row an activity type."""
    return [
        (
            kind.key,
            kind.name,
            _marked(rules, f"types.{kind.key}.category", kind.category) if kind.category else "-",
            ", ".join(_value_parts(rules, kind)) or "none",
            _marked(rules, f"types.{kind.key}.entered_by", _spoken(kind.entered_by.value)),
        )
        for kind in rules.types.values()
    ]


def source_rows(rules: RuleSet) -> list[tuple[str, ...]]:
    """One row a source, with every figure that rests on it."""
    figures: dict[tuple[str, str], list[str]] = {}
    for path, source in rules.sources.items():
        figures.setdefault((WORDS[source.mark], source.text), []).append(path)
    return [(mark, text, ", ".join(paths)) for (mark, text), paths in figures.items()]


def _tier_row(rules: RuleSet, path: str, tier: Tier) -> tuple[str, ...]:
    span = f"{tier.certified_from or ''} .. {tier.certified_until}"
    maximums = (
        _marked(rules, f"{path}.maximums.{letter}", amount_text(most))
        for letter, most in tier.maximums.items()
    )
    return (
        _marked(rules, f"{path}.certified_until", span),
        _marked(rules, f"{path}.required", amount_text(tier.required)),
        *maximums,
        _marked(rules, f"{path}.categories_needed", str(tier.categories_needed)),
        _marked(rules, f"{path}.fee_member", amount_text(tier.fee_member)),
        _marked(rules, f"{path}.fee_non_member", amount_text(tier.fee_non_member)),
    )


def _value_parts(rules: RuleSet, kind: ActivityType) -> list[str]:
    """How the type is valued, and its maximums."""
    path = f"types.{kind.key}"
    words = {
        Valuation.RATE: ("rate", f"{amount_text(kind.rate)} for each {kind.unit}"),
        Valuation.FIXED: ("fixed", f"{amount_text(kind.fixed)} each"),
        Valuation.QUIZ: ("fixed", f"{amount_text(kind.fixed)} unless the quiz states another"),
        Valuation.STATED: ("valuation", "the list's value" if kind.listed else "as stated"),
    }
    parts = (
        [_marked(rules, f"{path}.{key}", text) for key, text in [words[kind.valuation]]]
        if kind.category
        else []
    )
    if kind.pass_mark is not None:
        parts.append(_marked(rules, f"{path}.pass_mark", f"pass mark {kind.pass_mark}"))
    if kind.item_maximum is not None:
        parts.append(_marked(rules, f"{path}.item_maximum", f"at most {amount_text(kind.item_maximum)} each"))
    if kind.yearly_maximum is not None:
        parts.append(
            _marked(rules, f"{path}.yearly_maximum", f"at most {amount_text(kind.yearly_maximum)} a year")
        )
    return parts


def _marked(rules: RuleSet, path: str, text: str) -> str:
    return f"{text} {UNCONFIRMED}" if rules.sources[path].mark is Mark.ASSUMED else text


def _spoken(key: str) -> str:
    return key.replace("_", " ")
