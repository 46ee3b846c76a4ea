"""Activities: a page of the list at a time; deleting with undo."""

import reflex as rx
from reflex_base.event import EventSpec

from recert_web import clock, work
from recert_web.display import entry_words, links, shapes
from recert_web.domain import claim, member
from recert_web.services import claims, claims_values, standing_entries
from recert_web.state import addresses, drafts, listing as lists, seals, session


class ActivitiesState(rx.State):
    """The list and what was deleted last."""

    ready: bool = False
    listing: shapes.Listing = shapes.Listing()
    message: str = ""
    undo_title: str = ""
    _deleted_id: str = ""

    @rx.event
    async def load(self) -> EventSpec | None:
        """Shows the page of the list that the address asks for."""
        actor = await session.signed_in(self)
        if actor.person_id is None:
            return rx.redirect("/desk", replace=True)
        self.message = self.undo_title = self._deleted_id = ""
        await self._list()
        self.ready = True
        return None

    @rx.event
    async def search(self, form: dict[str, str]) -> EventSpec:
        """Finds activities by a part of their name."""
        await session.signed_in(self)
        query = addresses.asked(self)
        find = drafts.text_of(form, "find")[:100].strip()
        return rx.redirect(
            links.activities(query.get("seal", ""), query.get("cycle", ""), query.get("show", ""), find=find)
        )

    @rx.event
    async def delete(self, activity_id: str, version: int) -> None:
        """Takes an activity off the record; it can be put back."""
        actor = await session.signed_in(self)
        outcome = await work.run(
            claims.delete_claim,
            actor,
            str(activity_id)[:40],
            clock.today(),
            clock.now(),
            addresses.whole(version),
        )
        if isinstance(outcome, claims_values.SavedClaim):
            self._say(entry_words.deleted_message(outcome.entry), outcome.entry)
        else:
            self._say(_why_not(outcome), None)
        await self._list()

    @rx.event
    async def undo(self) -> None:
        """Puts back what was deleted last."""
        actor = await session.signed_in(self)
        outcome = await work.run(claims.restore_claim, actor, self._deleted_id, clock.today(), clock.now())
        if isinstance(outcome, claims_values.SavedClaim):
            self._say(entry_words.restored_message(outcome.entry), None)
        else:
            self._say(_why_not(outcome), None)
        await self._list()

    def _say(self, message: str, deleted: member.Entry | None) -> None:
        self.message = message
        self.undo_title = deleted.title if deleted else ""
        self._deleted_id = deleted.activity.id if deleted else ""

    async def _list(self) -> None:
        actor, asked = await session.signed_in(self), addresses.asked(self)
        query = standing_entries.EntryQuery(
            code=asked.get("seal", ""),
            show=addresses.one_of(standing_entries.Show, asked.get("show", ""), standing_entries.Show.ALL),
            text=asked.get("find", "")[:100],
            page=addresses.page_number(asked.get("page", "")),
        )
        page = await lists.page_of_entries(actor, asked.get("cycle", ""), query)
        code = seals.chosen_code(page.standing, query.code)
        await seals.show_seals(self, page.standing, code)
        self.listing = await lists.listing_of(page, query, code)


def _why_not(outcome: claims_values.Conflict | claim.Refusal) -> str:
    return (
        entry_words.refusal_words(outcome.code)
        if isinstance(outcome, claim.Refusal)
        else entry_words.CHANGED_IN_LIST
    )
