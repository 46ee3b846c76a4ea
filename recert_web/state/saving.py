"""Save: what became of it, and the bars that moved."""

import reflex as rx
from reflex_base.event import EventSpec

from recert_web import clock, work
from recert_web.display import entry_words, links
from recert_web.display import overview as words
from recert_web.display import report as report_words
from recert_web.display.shapes import CategoryBar, PreviewLine
from recert_web.domain import claim
from recert_web.domain.evaluation import Evaluation
from recert_web.domain.rules import RuleSet
from recert_web.services.claims import Unsaved, edit_claim, save_claim
from recert_web.services.claims_values import Conflict, SavedClaim
from recert_web.services.policy import Actor
from recert_web.state.report import ReportState
from recert_web.state.seals import SealsState, load_standing
from recert_web.state.session import signed_in


class SavingState(rx.State):
    """What the last Save did."""

    message: str = ""
    error: str = ""
    saved: list[PreviewLine] = []
    bars: list[CategoryBar] = []
    bars_title: str = ""

    @rx.event
    async def load(self) -> None:
        """Shows the bars as they stand; what an earlier Save said goes."""
        actor = await signed_in(self)
        self.message = self.error = ""
        self.saved = []
        if actor.person_id is not None:
            standing, code = await load_standing(self, actor)
            self._show_bars(standing.rules, standing.evaluation, code)

    @rx.event
    async def save(self, form: dict[str, str]) -> None:
        """Saves the form once, and says what it did for each certification or what is wrong with it."""
        actor = await signed_in(self)
        report = await self.get_state(ReportState)
        report._take(form)
        outcome = await self._stored(actor, report, form)
        self.error = ""
        if isinstance(outcome, SavedClaim):
            await self._show(outcome)
            report._forget()
        elif isinstance(outcome, claim.ClaimFaults):
            self.error = report_words.error_summary(len(outcome.faults))
            await report._show_faults(actor, outcome.faults)
        elif isinstance(outcome, Conflict):
            self.error = entry_words.CHANGED_MEANWHILE
            await report._show_stored(actor, outcome.entry)
        else:
            self.error = entry_words.refusal_words(outcome.code)

    @rx.event
    async def report_another(self) -> EventSpec:
        """Leads to an empty form."""
        await signed_in(self)
        return rx.redirect(links.report())

    async def _stored(self, actor: Actor, report: ReportState, form: dict[str, str]) -> SavedClaim | Unsaved:
        today, now, draft, entry = clock.today(), clock.now(), report._draft, report._entry
        if entry is not None:
            return await work.run(edit_claim, actor, entry.activity.id, entry.version, draft, today, now)
        key = str(form.get("form_key", ""))[:64] if isinstance(form, dict) else ""
        return await work.run(save_claim, actor, key or report.save_key, draft, today, now)

    async def _show(self, outcome: SavedClaim) -> None:
        activity_id = outcome.entry.activity.id
        said = (outcome.rules, outcome.before, outcome.after, activity_id)
        self.saved = report_words.preview_lines(*said, saved=True)
        self.message = report_words.saved_message(*said, outcome.entry.title)
        row = await self.get_state(SealsState)
        row._move(outcome.rules, outcome.after)
        self._show_bars(outcome.rules, outcome.after, row._code)

    def _show_bars(self, rules: RuleSet, judged: Evaluation | None, code: str) -> None:
        if judged is None or code not in judged.standings:
            self.bars, self.bars_title = [], ""
            return
        self.bars = words.progress(rules, judged, code).categories
        self.bars_title = words.stand(rules, judged, code, clock.today()).title
