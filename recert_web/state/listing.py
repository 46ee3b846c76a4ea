"""Rows of activities, worded outside the event loop: what would make each count is asked of the engine."""

from dataclasses import replace

from recert_web import clock, work
from recert_web.display import activities, entry_words, listing as words, shapes
from recert_web.domain.member import Entry
from recert_web.domain.remedies import remedies
from recert_web.services import claims_place, standing_entries
from recert_web.services.policy import Actor
from recert_web.services.standing import MemberStanding

LATEST = 5


async def latest_rows(actor: Actor, standing: MemberStanding, code: str) -> list[shapes.ActivityRow]:
    """The latest activities of the cycle shown."""
    page = await page_of_entries(actor, standing.rules.key, standing_entries.EntryQuery(code=code))
    return await work.apart(_rows, replace(page, entries=page.entries[:LATEST]))


async def page_of_entries(
    actor: Actor, cycle: str, query: standing_entries.EntryQuery
) -> standing_entries.EntryPage:
    """A page of the member's entries as they stand today."""
    return await work.read(standing_entries.read_entries, actor, actor.person_id, cycle, query, clock.today())


async def listing_of(
    page: standing_entries.EntryPage, query: standing_entries.EntryQuery, code: str
) -> shapes.Listing:
    """The page in words, with links to the pages beside it."""
    asked = words.Asked(code, query.show, query.text, page.page, page.pages, standing_entries.PAGE)
    counts = {show.value: count for show, count in page.counts.items()}
    return words.listing(page.standing.rules, await work.apart(_rows, page), counts, asked)


def _rows(page: standing_entries.EntryPage) -> list[shapes.ActivityRow]:
    titles = {entry.activity.id: entry.title for entry in page.entries}
    return [_row(page.standing, entry, titles) for entry in page.entries]


def _row(standing: MemberStanding, entry: Entry, titles: dict[str, str]) -> shapes.ActivityRow:
    rules, record, judged = standing.rules, standing.record, standing.evaluation
    if record is None or judged is None:
        raise ValueError("an entry is judged by certifications that are held")
    would_count = {
        code: remedies(rules, record, code, entry.activity.id)
        for code, one in judged.standings.items()
        if one.activities[entry.activity.id].reasons
    }
    locked = claims_place.locked_why(entry, clock.today())
    return activities.activity_row(
        entry, rules, judged, would_count, entry_words.refusal_words(locked) if locked else "", titles
    )
