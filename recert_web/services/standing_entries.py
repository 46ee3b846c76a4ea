"""The entries of a cycle, a page at a time, filtered where the record is."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from recert_web.data import activities
from recert_web.data.database import Session
from recert_web.domain.evaluation import ActivityTrace, Standing
from recert_web.domain.member import Entry
from recert_web.services.policy import Actor, Permission, allow
from recert_web.services.standing import MemberStanding, read_standing

PAGE = 20


class Show(StrEnum):
    """Which entries, by what becomes of them for one certification."""

    ALL = "all"
    COUNTED = "counted"  # in full
    PARTLY = "partly"
    NOT_COUNTED = "not_counted"


@dataclass(frozen=True, slots=True)
class EntryQuery:
    """What is asked for. "" leaves a condition out; the code must be one held in the cycle."""

    code: str = ""
    show: Show = Show.ALL
    category: str = ""
    text: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True)
class EntryPage:
    """One page of entries, the latest first, with the standing they were judged in.

    `page` is the one shown: the nearest there is. `counts` are over all that the other conditions leave.
    """

    standing: MemberStanding
    entries: tuple[Entry, ...]
    page: int
    pages: int
    counts: dict[Show, int]


def read_entries(
    session: Session, actor: Actor, person_id: int | None, cycle: str | None, query: EntryQuery, today: date
) -> EntryPage:
    """A page of a member's entries. `cycle` as in `read_standing`. Raises Forbidden."""
    standing = read_standing(session, actor, person_id, cycle, today)
    judged = standing.evaluation
    if judged is None:
        return EntryPage(standing, (), 1, 1, dict.fromkeys(Show, 0))
    one = judged.standings.get(query.code) or next(iter(judged.standings.values()))
    traces = _chosen(session, standing, one, query)
    shown = [trace.activity_id for trace in traces if SHOWN[query.show](trace)]
    pages = max(1, -(-len(shown) // PAGE))
    page = min(max(query.page, 1), pages)
    wanted = shown[(page - 1) * PAGE : page * PAGE]
    counts = {show: sum(map(belongs, traces)) for show, belongs in SHOWN.items()}
    found = activities.entries(session, standing.member.person_id, wanted)
    return EntryPage(standing, found, page, pages, counts)


def read_entry(session: Session, actor: Actor, person_id: int | None, activity_id: str) -> Entry | None:
    """One entry, deleted or not; None where the member has none of that id. Raises Forbidden."""
    allow(actor, Permission.READ_RECORD, person_id)
    return None if person_id is None else activities.entry(session, person_id, activity_id)


SHOWN: dict[Show, Callable[[ActivityTrace], bool]] = {
    Show.ALL: lambda trace: True,
    Show.COUNTED: lambda trace: trace.credited > 0 and trace.credited == trace.entered,
    Show.PARTLY: lambda trace: 0 < trace.credited < trace.entered,
    Show.NOT_COUNTED: lambda trace: trace.credited == 0,
}


def _chosen(
    session: Session, standing: MemberStanding, one: Standing, query: EntryQuery
) -> list[ActivityTrace]:
    traces = [trace for trace in one.activities.values() if query.category in ("", trace.category)]
    text = query.text.strip()
    if text:
        person, cycle = standing.member.person_id, standing.rules.key
        found = activities.ids_with_text(session, person, cycle, text)
        traces = [trace for trace in traces if trace.activity_id in found]
    return traces[::-1]
