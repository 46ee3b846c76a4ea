"""Where a claim goes: the member's cycle it is reported into, and what stands on the record there."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from recert_web.data import home_studies
from recert_web.data.database import Session
from recert_web.domain import claim, claim_parsing, claim_reading, cycle_choice
from recert_web.domain.member import Entry, Member
from recert_web.domain.record import EntrySource
from recert_web.domain.rules import RuleSet
from recert_web.rulebook.loader import rule_sets
from recert_web.services.standing import MemberStanding, standing_in


@dataclass(frozen=True, slots=True)
class Place:
    """The cycle a draft goes into, with what reading it needs.

    `fault` says that its day lies in a cycle that has closed; `rules` are then those of the current cycle.
    """

    person: Member
    rules: RuleSet
    cycles: tuple[RuleSet, ...]
    codes: tuple[str, ...]
    listing: claim.HomeStudy | None
    fault: claim.ClaimFault | None = None

    def read(self, draft: claim.ClaimDraft) -> claim.ReadClaim | claim.ClaimFaults:
        """The claim to save, or its faults."""
        read = claim_reading.read_claim(self.rules, draft, self.codes, self.listing)
        if self.fault is None:
            return read
        faults = read.faults if isinstance(read, claim.ClaimFaults) else ()
        return claim.ClaimFaults((*faults, self.fault))

    def read_so_far(self, draft: claim.ClaimDraft) -> claim.DraftReading:
        """What of an unfinished draft can be computed, and what is wrong so far."""
        reading = claim_reading.read_draft(self.rules, draft, self.codes, self.listing)
        return claim.DraftReading(None, (*reading.faults, self.fault)) if self.fault else reading

    def standing(self, session: Session, today: date) -> MemberStanding:
        """Where the member stands in that cycle."""
        return standing_in(session, self.person, self.rules, self.cycles, today)


def place_of(session: Session, person: Member, draft: claim.ClaimDraft, today: date) -> Place | claim.Refusal:
    """Where a draft of a member goes. Refused where they hold nothing that can still be reported for."""
    living = [held for held in person.certifications if held.expired_on is None]
    cycles = cycle_choice.cycles_of(rule_sets(), living, today)
    current = cycle_choice.current_cycle(cycles, today)
    if current is None:
        return claim.Refusal(claim.RefusalCode.NOTHING_HELD)
    day = next(_day(draft), None)
    chosen = cycle_choice.cycle_for(rule_sets(), cycles, day, today) if day else current
    rules, fault = (chosen, None) if isinstance(chosen, RuleSet) else (current, chosen)
    codes = tuple(held.code for held in cycle_choice.certifications_in(rules, living))
    return Place(person, rules, cycles, codes, _listing(session, draft), fault)


def locked_why(entry: Entry, today: date) -> claim.RefusalCode | None:
    """Why a member may not change an entry; None where they may."""
    if entry.activity.source is EntrySource.STAFF:
        return claim.RefusalCode.STAFF_ENTRY
    if entry.activity.struck:
        return claim.RefusalCode.STRUCK
    rules = next((one for one in rule_sets() if one.key == entry.rule_set), None)
    if rules is None or not cycle_choice.reports_until(rules, today):
        return claim.RefusalCode.CYCLE_CLOSED
    return None


def _day(draft: claim.ClaimDraft) -> Iterator[date]:
    # An unreadable day is a fault of its own; until it is put right the current cycle's form is shown.
    try:
        yield claim_parsing.day_of(draft.values.get("completed_on", "").strip())
    except claim_parsing.Unreadable:
        return


def _listing(session: Session, draft: claim.ClaimDraft) -> claim.HomeStudy | None:
    chosen = draft.values.get("listing", "").strip()
    if not (chosen.isascii() and chosen.isdigit() and len(chosen) < 10):
        return None
    return home_studies.home_study(session, int(chosen))
