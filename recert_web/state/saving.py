"""Save: what became of it, and the bars that moved."""

import reflex as rx
from reflex_base.event import EventSpec

from recert_web import clock, work
from recert_web.display import entry_words, links, overview, report as words, shapes
from recert_web.domain import claim, evaluation, rules as rulebook
from recert_web.services import claims, claims_values, drafts as kept, policy
from recert_web.state import drafts, seals, session
from recert_web.state.report import ReportState


class SavingState(rx.State):
    """What the last Save did."""

    message: str = ""
    error: str = ""
    saved: list[shapes.PreviewLine] = []
    saved_title: str = ""
    can_pay: bool = False
    bars: list[shapes.CategoryBar] = []
    bars_title: str = ""

    @rx.event
    async def load(self) -> None:
        """Shows the bars as they stand; what an earlier Save said goes."""
        actor = await session.signed_in(self)
        self.message = self.error = ""
        self.saved = []
        if actor.person_id is not None:
            standing, code = await seals.load_standing(self, actor)
            self._show_bars(standing.rules, standing.evaluation, code)

    @rx.event
    async def save(self, form: dict[str, str]) -> None:
        """Saves the form once, and says what it did for each certification or what is wrong with it."""
        actor = await session.signed_in(self)
        report = await self.get_state(ReportState)
        report._take(form)
        outcome = await self._stored(actor, report, form)
        self.error = ""
        if isinstance(outcome, claims_values.SavedClaim):
            await self._show(outcome)
            report._forget()
        elif isinstance(outcome, claim.ClaimFaults):
            self.error = words.error_summary(len(outcome.faults))
            await report._show_faults(actor, outcome.faults)
        elif isinstance(outcome, claims_values.Conflict):
            self.error = await report._overtaken(actor, outcome.entry)
        else:
            self.error = entry_words.refusal_words(outcome.code)

    @rx.event
    async def report_another(self) -> EventSpec:
        """Leads to an empty form."""
        await session.signed_in(self)
        return rx.redirect(links.report())

    async def _stored(
        self, actor: policy.Actor, report: ReportState, form: dict[str, str]
    ) -> claims_values.SavedClaim | claims.Unsaved:
        today, now, draft, entry = clock.today(), clock.now(), report._draft, report._entry
        if entry is not None:
            return await work.run(
                kept.save_changed, actor, entry.activity.id, entry.version, draft, today, now
            )
        key = drafts.text_of(form, "form_key")[:64] or report.save_key
        return await work.run(kept.save_typed, actor, key, draft, today, now)

    async def _show(self, outcome: claims_values.SavedClaim) -> None:
        activity_id = outcome.entry.activity.id
        said = (outcome.rules, outcome.before, outcome.after, activity_id)
        self.saved = words.preview_lines(*said, saved=True)
        self.saved_title = words.saved_title(outcome.entry.title)
        self.can_pay = any(one.payable for one in outcome.after.standings.values())
        self.message = words.saved_message(*said, outcome.entry.title)
        row = await self.get_state(seals.SealsState)
        row._move(outcome.rules, outcome.after)
        self._show_bars(outcome.rules, outcome.after, row._code)

    def _show_bars(self, rules: rulebook.RuleSet, judged: evaluation.Evaluation | None, code: str) -> None:
        if judged is None or code not in judged.standings:
            self.bars, self.bars_title = [], ""
            return
        self.bars = overview.progress(rules, judged, code).categories
        self.bars_title = overview.stand(rules, judged, code, clock.today()).title
