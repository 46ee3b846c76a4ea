"""Overview: one certification in one cycle."""

import reflex as rx
from reflex_base.event import EventSpec

from recert_web import clock
from recert_web.display import expiry, links, nothing_held, overview as words, shapes
from recert_web.domain.next_steps import next_steps
from recert_web.rulebook.loader import rule_set_after
from recert_web.services.standing import MemberStanding
from recert_web.state import listing, seals, session


class OverviewState(rx.State):
    """The page below the seals."""

    ready: bool = False
    stand: shapes.Stand = shapes.Stand()
    progress: shapes.Progress = shapes.Progress()
    notices: list[shapes.Notice] = []
    left: list[shapes.LeftLine] = []
    good_to_know: list[str] = []
    recent: list[shapes.ActivityRow] = []
    activities_href: str = ""

    @rx.event
    async def load(self) -> EventSpec | None:
        """Shows the certification and cycle that the address asks for."""
        actor = await session.signed_in(self)
        if actor.person_id is None:
            return rx.redirect("/desk", replace=True)
        standing, code = await seals.load_standing(self, actor)
        rows = await listing.latest_rows(actor, standing, code)
        if code:
            self._show(standing, code)
        else:
            self.notices = [nothing_held.nothing_held_notice()]
        self.recent = rows
        self.activities_href = links.activities(code, standing.rules.name)
        self.good_to_know = words.good_to_know(standing.member, standing.rules, clock.today())
        self.ready = True
        return None

    def _show(self, standing: MemberStanding, code: str) -> None:
        rules, judged, member, today = standing.rules, standing.evaluation, standing.member, clock.today()
        if judged is None or standing.paid is None:
            return
        held = expiry.held_certification(member, code)
        steps = next_steps(rules, judged, code, standing.paid, code in standing.expired)
        self.stand = words.stand(rules, judged, code, today, held)
        self.progress = words.progress(rules, judged, code)
        self.notices = words.notices(rules, judged, member, code, today, rule_set_after(rules))
        self.left = words.left(rules, steps, today, held)
