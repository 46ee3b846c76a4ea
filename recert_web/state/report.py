"""Report CEUs: the choice of an activity, and its form while it is being filled in."""

import secrets

import reflex as rx
from reflex_base.event import EventSpec

from recert_web import clock, work
from recert_web.display import entry_words, links, report as words, shapes
from recert_web.domain import claim, claim_values, member
from recert_web.rulebook import loader
from recert_web.services import claims_form, claims_place, policy, standing_entries
from recert_web.state import addresses, drafts, report_form as forms, session


class ReportState(rx.State):
    """The draft. What the browser sends is kept here, so that a lost connection loses nothing."""

    ready: bool = False
    editing: bool = False
    groups: list[shapes.OptionGroup] = []
    form: shapes.ReportForm = shapes.ReportForm()
    form_key: str = ""  # remounts the form
    save_key: str = ""  # the same form sent twice is stored once
    preview: list[shapes.PreviewLine] = []
    restored: bool = False  # what is in the form was typed earlier
    _draft: claim.ClaimDraft = claim.ClaimDraft("", {})
    _address: str = ""
    _done: bool = False
    _entry: member.Entry | None = None

    @rx.event
    async def load(self) -> EventSpec | None:
        """Shows the form that the address asks for; a draft of the same address is still there."""
        actor = await session.signed_in(self)
        if actor.person_id is None:
            return rx.redirect("/desk", replace=True)
        return await _open(self, actor)

    @rx.event
    async def choose_type(self, key: str) -> EventSpec:
        """Leads to the form of another type; what was typed comes along."""
        await session.signed_in(self)
        return rx.redirect(links.report(addresses.plain(str(key)[:40])), replace=True)

    @rx.event
    async def fill_in(self, form: dict[str, str]) -> None:
        """Says what the typed would count for, then keeps it where a restart cannot reach it."""
        actor = await session.signed_in(self)
        # What was typed before a Save may arrive after it, even when another form is open already.
        if not self._done and drafts.text_of(form, "form_key") in ("", self.save_key):
            self._take(form)
            await self._refresh(actor, ())
            await forms.keep(actor, forms.purpose_of(self._entry), self.form, self._draft)

    @rx.event
    async def start_over(self) -> None:
        """Empties the form and forgets what was typed."""
        actor = await session.signed_in(self)
        await forms.forget(actor, forms.purpose_of(self._entry))
        entry = self._entry
        empty = claim.ClaimDraft(self._draft.type, {})
        self._begin(claim_values.draft_of(entry) if entry else empty, entry)
        await self._refresh(actor, fresh=True)
        self.form = forms.beginning(self.form)

    def _take(self, form: dict[str, str]) -> None:
        self._draft = claim.ClaimDraft(self.form.type_key, drafts.typed_values(form))

    def _forget(self) -> None:
        # The entry and the key stay until another form opens: by them the same form sent again is known.
        self._draft, self._done, self.restored = claim.ClaimDraft("", {}), True, False

    async def _show_faults(self, actor: policy.Actor, faults: tuple[claim.ClaimFault, ...]) -> None:
        self.form_key = secrets.token_hex(4)
        await self._refresh(actor, faults, fresh=True)

    async def _overtaken(self, actor: policy.Actor, entry: member.Entry) -> str:
        # What is typed stays: the next Save replaces what is stored now, or enters anew what was deleted.
        self._begin(self._draft, None if entry.deleted else entry)
        await self._refresh(actor, fresh=True)
        await forms.keep(actor, forms.purpose_of(self._entry), self.form, self._draft)
        kind = loader.rule_set(entry.rule_set).types[entry.activity.type]
        return entry_words.changed_meanwhile(entry, kind)

    def _begin(self, draft: claim.ClaimDraft, entry: member.Entry | None) -> None:
        self._entry, self.editing, self._draft = entry, entry is not None, draft
        self.form_key, self.save_key = secrets.token_hex(4), secrets.token_urlsafe(24)
        self._done = self.restored = False

    async def _refresh(
        self, actor: policy.Actor, faults: tuple[claim.ClaimFault, ...] = (), fresh: bool = False
    ) -> None:
        material = await work.read(claims_form.read_form, actor, self._draft, clock.today())
        if isinstance(material, claim.Refusal):
            self.form = shapes.ReportForm(route=entry_words.refusal_words(material.code))
            return
        groups, form = words.type_groups(material.rules), forms.form_of(material, self._draft, faults)
        if groups != self.groups:
            self.groups = groups
        if fresh or forms.frame_of(form) != forms.frame_of(self.form):
            self.form = form
        self.preview = await forms.preview_of(actor, self._draft, self._entry) if form.fields else []


async def _open(report: ReportState, actor: policy.Actor) -> EventSpec | None:
    query = addresses.asked(report)
    wanted, activity_id = query.get("type", ""), query.get("activity", "")
    address = f"{wanted} {activity_id}"
    if address != report._address or report._done or await _saved_elsewhere(report, actor):
        entry = await _editable(actor, activity_id) if activity_id else None
        if activity_id and entry is None:
            return rx.redirect(links.activities(), replace=True)
        # What was typed comes along to another type; what an entry held stays with that entry.
        along = {} if report._entry else report._draft.values
        report._begin(claim_values.draft_of(entry) if entry else claim.ClaimDraft(wanted, along), entry)
        report._address = address
        if entry or not along:
            await _restore(report, actor)
    await report._refresh(actor, fresh=True)
    report.ready = True
    return None


async def _saved_elsewhere(report: ReportState, actor: policy.Actor) -> bool:
    """Whether what came back into this tab has been saved or given up in another one. It goes here too."""
    gone = report.restored and not await forms.typed_before(actor, forms.purpose_of(report._entry))
    if gone:
        report._forget()
    return gone


async def _restore(report: ReportState, actor: policy.Actor) -> None:
    """What was typed and not saved comes back: the server may have lost it, or it was typed elsewhere."""
    began = report._draft
    typed = await forms.typed_before(actor, forms.purpose_of(report._entry))
    if began.type and typed and typed != began.values:
        report._draft, report.restored = claim.ClaimDraft(began.type, typed), True


async def _editable(actor: policy.Actor, activity_id: str) -> member.Entry | None:
    entry = await work.read(standing_entries.read_entry, actor, actor.person_id, activity_id)
    locked = entry is None or entry.deleted or claims_place.locked_why(entry, clock.today())
    return None if locked else entry
