"""The report form's material: its fields, what it would count for, what of it is kept."""

from dataclasses import replace

from recert_web import clock, work
from recert_web.display import report as words, shapes
from recert_web.domain import claim, member
from recert_web.services import claims, claims_form, drafts, policy


async def typed_before(actor: policy.Actor, purpose: str) -> dict[str, str]:
    """What was typed into a form and not saved, here or elsewhere; empty where nothing was."""
    return await work.read(drafts.read_draft, actor, purpose, clock.now())


async def keep(actor: policy.Actor, purpose: str, form: shapes.ReportForm, draft: claim.ClaimDraft) -> None:
    """Keeps what is typed into the fields of a form, where a restart cannot reach it."""
    asked = {field.name for field in form.fields}
    texts = {name: text for name, text in draft.values.items() if name in asked}
    await work.run(drafts.keep_draft, actor, purpose, texts, clock.now())


async def forget(actor: policy.Actor, purpose: str) -> None:
    """Forgets what was typed."""
    await work.run(drafts.drop_draft, actor, purpose)


def purpose_of(entry: member.Entry | None) -> str:
    """What a form is for: a new activity, or a change of an entry."""
    return drafts.purpose_of(entry.activity.id, entry.version) if entry else drafts.NEW


def form_of(
    material: claims_form.FormMaterial, draft: claim.ClaimDraft, faults: tuple[claim.ClaimFault, ...]
) -> shapes.ReportForm:
    """The form of a draft, with its faults at their fields."""
    return words.report_form(
        material.rules,
        draft.type,
        material.fields,
        draft.values,
        faults,
        material.codes,
        material.studies,
    )


async def preview_of(
    actor: policy.Actor, draft: claim.ClaimDraft, entry: member.Entry | None
) -> list[shapes.PreviewLine]:
    """What saving a draft would do for each certification; empty while nothing can be said."""
    entry_id = entry.activity.id if entry else None
    found = await work.read(claims.preview_claim, actor, draft, clock.today(), entry_id)
    if isinstance(found, claim.Refusal) or found.after is None:
        return []
    return words.preview_lines(found.rules, found.before, found.after, found.activity_id)


def beginning(form: shapes.ReportForm) -> shapes.ReportForm:
    """The form with the focus on its first field."""
    return replace(form, first_wrong=form.fields[0].name if form.fields else "")


def frame_of(form: shapes.ReportForm) -> tuple[object, ...]:
    """A form without what is typed into it: only a change of this is worth sending."""
    fields = (
        (one.name, one.label, one.hint, one.value if one.kind == "locked" else "") for one in form.fields
    )
    return (form.type_key, form.route, *fields)
