"""The staff's desk."""

import reflex as rx

from recert_web import clock, work
from recert_web.display.desk import found_words, member_row
from recert_web.display.shapes import MemberRow
from recert_web.services.desk import find_members
from recert_web.state.drafts import text_of
from recert_web.state.session import signed_in


class DeskState(rx.State):
    """Members that a search found."""

    ready: bool = False
    find: str = ""
    found_text: str = ""
    members: list[MemberRow] = []

    @rx.event
    async def load(self) -> None:
        """Shows the first members by name."""
        await self._search("")
        self.ready = True

    @rx.event
    async def search(self, form: dict[str, str]) -> None:
        """Finds members by a part of their name or by a certification number."""
        await self._search(text_of(form, "find")[:100])

    async def _search(self, text: str) -> None:
        actor, today = await signed_in(self), clock.today()
        found = await work.read(find_members, actor, text, today)
        self.find = text
        self.members = [member_row(one.rules, one.evaluation, one.member, today) for one in found]
        self.found_text = found_words(len(found), text)
