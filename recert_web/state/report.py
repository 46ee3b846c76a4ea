"""Report CEUs: the choice of an activity, and its form while it is being filled in."""

import secrets

import reflex as rx
from reflex_base.event import EventSpec

from recert_web import clock, work
from recert_web.display import entry_words, links
from recert_web.display.report import preview_lines, report_form, type_groups
from recert_web.display.shapes import OptionGroup, PreviewLine, ReportForm
from recert_web.domain.claim import ClaimDraft, ClaimFault, Refusal
from recert_web.domain.claim_values import draft_of
from recert_web.domain.member import Entry
from recert_web.services.claims import preview_claim
from recert_web.services.claims_form import read_form
from recert_web.services.policy import Actor
from recert_web.services.standing_entries import read_entry
from recert_web.state.drafts import typed_values
from recert_web.state.session import signed_in


class ReportState(rx.State):
    """The draft. What the browser sends is kept here, so that a lost connection loses nothing."""

    ready: bool = False
    editing: bool = False
    groups: list[OptionGroup] = []
    form: ReportForm = ReportForm()
    form_key: str = ""  # remounts the form
    save_key: str = ""  # the same form sent twice is stored once
    preview: list[PreviewLine] = []
    _draft: ClaimDraft = ClaimDraft("", {})
    _address: str = ""
    _entry: Entry | None = None

    @rx.event
    async def load(self) -> EventSpec | None:
        """Shows the form that the address asks for; a draft of the same address is still there."""
        actor = await signed_in(self)
        if actor.person_id is None:
            return rx.redirect("/desk", replace=True)
        return await self._open(actor)

    @rx.event
    async def choose_type(self, key: str) -> EventSpec:
        """Leads to the form of another type; what was typed comes along."""
        await signed_in(self)
        return rx.redirect(links.report(str(key)[:40]), replace=True)

    @rx.event
    async def fill_in(self, form: dict[str, str]) -> None:
        """Keeps what is typed and says what it would count for."""
        actor = await signed_in(self)
        self._take(form)
        await self._refresh(actor, ())

    def _take(self, form: dict[str, str]) -> None:
        self._draft = ClaimDraft(self.form.type_key, typed_values(form))

    def _forget(self) -> None:
        self._draft, self._entry, self.save_key = ClaimDraft("", {}), None, ""

    async def _show_faults(self, actor: Actor, faults: tuple[ClaimFault, ...]) -> None:
        await self._refresh(actor, faults)
        self._remount()

    async def _show_stored(self, actor: Actor, entry: Entry) -> None:
        self._begin(draft_of(entry), entry)
        await self._refresh(actor, ())

    async def _open(self, actor: Actor) -> EventSpec | None:
        query = self.router.url.query_parameters
        wanted, activity_id = query.get("type", ""), query.get("activity", "")
        address = f"{wanted} {activity_id}"
        if address != self._address or not self.save_key:
            entry = await work.read(read_entry, actor, actor.person_id, activity_id) if activity_id else None
            if activity_id and (entry is None or entry.deleted):
                return rx.redirect(links.activities(), replace=True)
            self._begin(ClaimDraft(wanted, self._draft.values), entry)
            self._address = address
        await self._refresh(actor, ())
        self.ready = True
        return None

    def _begin(self, draft: ClaimDraft, entry: Entry | None) -> None:
        self._entry, self.editing = entry, entry is not None
        self._draft = draft_of(entry) if entry else draft
        self.save_key = secrets.token_urlsafe(24)
        self._remount()

    def _remount(self) -> None:
        self.form_key = secrets.token_hex(4)

    async def _refresh(self, actor: Actor, faults: tuple[ClaimFault, ...]) -> None:
        material = await work.read(read_form, actor, self._draft, clock.today())
        if isinstance(material, Refusal):
            self.form = ReportForm(title="Report CEUs", route=entry_words.refusal_words(material.code))
            return
        if not self.groups:
            self.groups = type_groups(material.rules)
        form = report_form(
            material.rules,
            self._draft.type,
            material.fields,
            self._draft.values,
            faults,
            material.codes,
            material.studies,
        )
        if faults or _frame(form) != _frame(self.form):
            self.form = form
        self.preview = await self._preview(actor) if form.fields else []

    async def _preview(self, actor: Actor) -> list[PreviewLine]:
        entry_id = self._entry.activity.id if self._entry else None
        found = await work.read(preview_claim, actor, self._draft, clock.today(), entry_id)
        if isinstance(found, Refusal) or found.after is None:
            return []
        return preview_lines(found.rules, found.before, found.after, found.activity_id)


def _frame(form: ReportForm) -> tuple[object, ...]:
    """A form without what is typed into it: only a change of this is worth sending."""
    fields = (
        (one.name, one.label, one.hint, one.value if one.kind == "locked" else "") for one in form.fields
    )
    return (form.type_key, form.route, *fields)
