"""What an eligible activity is credited: the yearly and the category maximum, steps 3 and 4."""

from collections.abc import Mapping

from recert_web.domain.evaluation import ActivityTrace, CategoryTotals, Reason, ReasonTrace
from recert_web.domain.rules import Tier
from recert_web.domain.weighing import Figures, Weighed


class Ledger:
    """One certification's credit while its activities are entered in order."""

    __slots__ = ("_credited", "_earned", "_in_year", "_maximums", "_tier_path", "_told")

    def __init__(self, tier: Tier, tier_path: str) -> None:
        self._maximums = tier.maximums
        self._tier_path = tier_path
        self._earned = dict.fromkeys(tier.maximums, 0)
        self._credited = dict.fromkeys(tier.maximums, 0)
        self._in_year: dict[tuple[str, int], int] = {}
        # Once a year or category is full, equal activities lose equally: one trace serves them all.
        self._told: dict[tuple[str, int, int, int], tuple[ReasonTrace, ...]] = {}

    def entered(self, item: Weighed) -> ActivityTrace:
        """Credit an eligible activity and answer what became of it.

        What never counts has no category, but is never eligible either.
        """
        uncut, letter = item.uncut, item.uncut.category or ""
        value, used = item.worth, self._credited[letter]
        reasons = uncut.reasons
        if item.kind.yearly_maximum is not None:
            in_year = self._within_year(item)
            reasons += in_year
            value -= sum(reason.taken for reason in in_year)
        self._earned[letter] += value
        given = min(value, self._maximums[letter] - used)
        self._credited[letter] = used + given
        if given < value:
            reasons += self._over_category(letter, value - given, used)
        if reasons is uncut.reasons:
            return uncut  # shared by every certification that it counts for in full
        return ActivityTrace(uncut.activity_id, letter, uncut.entered, value, given, reasons)

    def totals(self) -> Mapping[str, CategoryTotals]:
        """Every category with what was earned, credited and lost to its maximum."""
        return {
            letter: CategoryTotals(letter, earned, credited, earned - credited, self._maximums[letter])
            for letter, earned, credited in zip(
                self._earned, self._earned.values(), self._credited.values(), strict=True
            )
        }

    def _within_year(self, item: Weighed) -> tuple[ReasonTrace, ...]:
        key, year = item.kind.key, item.activity.completed_on.year
        limit, used = item.kind.yearly_maximum or 0, self._in_year.get((key, year), 0)
        value = min(item.worth, limit - used)
        self._in_year[key, year] = used + value
        taken = item.worth - value
        if not taken:
            return ()
        same = key, year, taken, used
        if same not in self._told:
            figures = {"limit": limit, "year": year, "used": used}
            source = f"types.{key}.yearly_maximum"
            self._told[same] = (ReasonTrace(Reason.YEARLY_MAXIMUM, taken, figures, source),)
        return self._told[same]

    def _over_category(self, letter: str, taken: int, used: int) -> tuple[ReasonTrace, ...]:
        same = letter, 0, taken, used
        if same not in self._told:
            figures: Figures = {"limit": self._maximums[letter], "category": letter, "used": used}
            source = f"{self._tier_path}.maximums.{letter}"
            self._told[same] = (ReasonTrace(Reason.CATEGORY_MAXIMUM, taken, figures, source),)
        return self._told[same]
