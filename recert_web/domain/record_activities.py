"""The activities of a record."""

from collections.abc import Collection
from datetime import date

from recert_web.domain.record import Activity, EntrySource
from recert_web.domain.record_fields import Fields
from recert_web.domain.rules import ActivityType, RuleSet, Valuation

ACTIVITY_KEYS = frozenset({
    "id", "type", "completed_on", "started_on", "quantity", "ceu", "score", "ref", "source",
    "in_scope_for", "struck",
})  # fmt: skip
MOST_QUANTITY = 1000_00  # hundredths of an hour or credit hour
MOST_CEU = 20_00  # hundredths of a CEU
MOST_SCORE = 100
# Which figures a type needs and which it may have, by how it is valued.
NEEDED = {Valuation.RATE: "quantity", Valuation.STATED: "ceu", Valuation.QUIZ: "score"}
ALLOWED = {Valuation.QUIZ: "ceu"}


class ActivityReading:
    """Reads one activity after the other, and knows the ids already taken."""

    __slots__ = ("_rules", "_taken")

    def __init__(self, rules: RuleSet | None) -> None:
        self._rules = rules  # None: the rule set is unknown, so only the format can be checked
        self._taken: set[str] = set()

    def read(self, fields: Fields) -> Activity | None:
        """The activity, None where something it cannot do without is at fault."""
        activity_id, key = fields.text("id"), fields.text("type")
        if activity_id in self._taken:
            fields.fault("id", "is the id of another activity")
        elif activity_id is not None:
            self._taken.add(activity_id)
        kind = self._kind(fields, key)
        started_on, completed_on = _days(fields)
        quantity, ceu, score = _figures(fields, kind)
        source = fields.choice("source", EntrySource) if fields.has("source") else EntrySource.MEMBER
        ref = fields.text("ref", required=False)
        in_scope_for = self._scope(fields) if fields.has("in_scope_for") else None
        struck = fields.flag("struck")
        if activity_id is None or key is None or completed_on is None or source is None:
            return None
        return Activity(
            activity_id,
            key,
            completed_on,
            started_on,
            quantity,
            ceu,
            score,
            ref,
            source,
            in_scope_for,
            struck,
        )

    def _kind(self, fields: Fields, key: str | None) -> ActivityType | None:
        if self._rules is None or key is None:
            return None
        kind = self._rules.types.get(key)
        if kind is None:
            fields.fault("type", f"is not an activity type of {self._rules.key}")
        return kind

    def _scope(self, fields: Fields) -> tuple[str, ...] | None:
        codes = fields.data["in_scope_for"]
        if not isinstance(codes, list):
            fields.fault("in_scope_for", "must be a list of certification codes")
            return None
        known: Collection[str] | None = self._rules.certifications if self._rules else None
        for position, code in enumerate(codes):
            if not isinstance(code, str):
                fields.fault(f"in_scope_for[{position}]", "must be a text")
            elif known is not None and code not in known:
                fields.fault(f"in_scope_for[{position}]", "is not a certification of the rule set")
        return tuple(codes)


def _days(fields: Fields) -> tuple[date | None, date | None]:
    completed_on = fields.day("completed_on")
    started_on = fields.day("started_on", required=False)
    if started_on is not None and completed_on is not None and started_on > completed_on:
        fields.fault("started_on", "must not be after completed_on")
    return started_on, completed_on


def _figures(fields: Fields, kind: ActivityType | None) -> tuple[int | None, int | None, int | None]:
    """Quantity, stated CEUs and score. Without a type, those given are checked by themselves."""
    needed = NEEDED.get(kind.valuation) if kind else None
    allowed = ALLOWED.get(kind.valuation) if kind else None
    for key in ("quantity", "ceu", "score"):
        if kind is not None and key not in (needed, allowed) and fields.has(key):
            fields.fault(key, f"is not used by {kind.key}")

    def wanted(key: str) -> bool:
        return key == needed or (fields.has(key) and (kind is None or key == allowed))

    return (
        fields.amount("quantity", MOST_QUANTITY) if wanted("quantity") else None,
        fields.amount("ceu", MOST_CEU) if wanted("ceu") else None,
        fields.whole("score", MOST_SCORE) if wanted("score") else None,
    )
