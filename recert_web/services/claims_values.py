"""What reporting CEUs can answer."""

from dataclasses import dataclass

from recert_web.domain.claim import ClaimFault
from recert_web.domain.evaluation import Evaluation
from recert_web.domain.member import Entry
from recert_web.domain.rules import RuleSet

__all__ = ["ClaimPreview", "Conflict", "Entry", "SavedClaim"]


@dataclass(frozen=True, slots=True)
class SavedClaim:
    """An entry as it is stored now, and what the change did. `repeated`: it had been stored already."""

    entry: Entry
    rules: RuleSet
    before: Evaluation
    after: Evaluation
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class Conflict:
    """Not saved: the entry, as stored now, is not the one that was seen."""

    entry: Entry


@dataclass(frozen=True, slots=True)
class ClaimPreview:
    """What saving a draft would do. `after` is None while the day or the value is missing or wrong."""

    rules: RuleSet
    codes: tuple[str, ...]  # the certifications it is reported for
    faults: tuple[ClaimFault, ...]
    before: Evaluation
    after: Evaluation | None
    activity_id: str
