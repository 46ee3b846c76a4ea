"""Activities: a page of the list at a time; deleting with undo."""

import reflex as rx
from reflex_base.event import EventSpec

from recert_web import clock, work
from recert_web.display import entry_words, links
from recert_web.display.shapes import Listing
from recert_web.domain.claim import Refusal
from recert_web.domain.member import Entry
from recert_web.services.claims import delete_claim, restore_claim
from recert_web.services.standing_entries import EntryQuery, Show
from recert_web.state.addresses import one_of, page_number
from recert_web.state.listing import listing_of, page_of_entries
from recert_web.state.seals import chosen_code, show_seals
from recert_web.state.session import signed_in


class ActivitiesState(rx.State):
    """The list and what was deleted last."""

    ready: bool = False
    listing: Listing = Listing()
    message: str = ""
    undo_title: str = ""
    _deleted_id: str = ""

    @rx.event
    async def load(self) -> EventSpec | None:
        """Shows the page of the list that the address asks for."""
        actor = await signed_in(self)
        if actor.person_id is None:
            return rx.redirect("/desk", replace=True)
        self.message = self.undo_title = self._deleted_id = ""
        await self._list()
        self.ready = True
        return None

    @rx.event
    async def search(self, form: dict[str, str]) -> EventSpec:
        """Finds activities by a part of their name."""
        await signed_in(self)
        query = self.router.url.query_parameters
        find = str(form.get("find", ""))[:100].strip()
        return rx.redirect(
            links.activities(query.get("seal", ""), query.get("cycle", ""), query.get("show", ""), find=find)
        )

    @rx.event
    async def delete(self, activity_id: str) -> None:
        """Takes an activity off the record; it can be put back."""
        actor = await signed_in(self)
        outcome = await work.run(delete_claim, actor, str(activity_id), clock.today(), clock.now())
        if isinstance(outcome, Refusal):
            self._say(entry_words.refusal_words(outcome.code), None)
        else:
            self._say(entry_words.deleted_message(outcome.entry), outcome.entry)
        await self._list()

    @rx.event
    async def undo(self) -> None:
        """Puts back what was deleted last."""
        actor = await signed_in(self)
        outcome = await work.run(restore_claim, actor, self._deleted_id, clock.today(), clock.now())
        if isinstance(outcome, Refusal):
            self._say(entry_words.refusal_words(outcome.code), None)
        else:
            self._say(entry_words.restored_message(outcome.entry), None)
        await self._list()

    def _say(self, message: str, deleted: Entry | None) -> None:
        self.message = message
        self.undo_title = deleted.title if deleted else ""
        self._deleted_id = deleted.activity.id if deleted else ""

    async def _list(self) -> None:
        actor, asked = await signed_in(self), self.router.url.query_parameters
        query = EntryQuery(
            code=asked.get("seal", ""),
            show=one_of(Show, asked.get("show", ""), Show.ALL),
            text=asked.get("find", "")[:100],
            page=page_number(asked.get("page", "")),
        )
        page = await page_of_entries(actor, asked.get("cycle", ""), query)
        code = chosen_code(page.standing, query.code)
        await show_seals(self, page.standing, code)
        self.listing = await listing_of(page, query, code)
