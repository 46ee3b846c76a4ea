"""Rows of activities, worded outside the event loop: what would make each count is asked of the engine."""

from dataclasses import replace

from recert_web import clock, work
from recert_web.display.activities import activity_row
from recert_web.display.entry_words import refusal_words
from recert_web.display.listing import Asked, listing
from recert_web.display.shapes import ActivityRow, Listing
from recert_web.domain.member import Entry
from recert_web.domain.remedies import remedies
from recert_web.services.claims_place import locked_why
from recert_web.services.policy import Actor
from recert_web.services.standing import MemberStanding
from recert_web.services.standing_entries import PAGE, EntryPage, EntryQuery, read_entries

LATEST = 5


async def latest_rows(actor: Actor, standing: MemberStanding, code: str) -> list[ActivityRow]:
    """The latest activities of the cycle shown."""
    page = await page_of_entries(actor, standing.rules.key, EntryQuery(code=code))
    return await work.apart(_rows, replace(page, entries=page.entries[:LATEST]))


async def page_of_entries(actor: Actor, cycle: str, query: EntryQuery) -> EntryPage:
    """A page of the member's entries as they stand today."""
    return await work.read(read_entries, actor, actor.person_id, cycle, query, clock.today())


async def listing_of(page: EntryPage, query: EntryQuery, code: str) -> Listing:
    """The page in words, with links to the pages beside it."""
    asked = Asked(code, query.show, query.text, page.page, page.pages, PAGE)
    return listing(page.standing.rules, await work.apart(_rows, page), page.counts, asked)


def _rows(page: EntryPage) -> list[ActivityRow]:
    titles = {entry.activity.id: entry.title for entry in page.entries}
    return [_row(page.standing, entry, titles) for entry in page.entries]


def _row(standing: MemberStanding, entry: Entry, titles: dict[str, str]) -> ActivityRow:
    rules, record, judged = standing.rules, standing.record, standing.evaluation
    if record is None or judged is None:
        raise ValueError("an entry is judged by certifications that are held")
    would_count = {
        code: remedies(rules, record, code, entry.activity.id)
        for code, one in judged.standings.items()
        if one.activities[entry.activity.id].reasons
    }
    locked = locked_why(entry, clock.today())
    return activity_row(entry, rules, judged, would_count, refusal_words(locked) if locked else "", titles)
