"""What a form sends. Anyone can send anything: only texts are taken, of known number and size."""

from recert_web.state.addresses import plain

_LONGEST = 400
_MOST_FIELDS = 40
_TICKS = "in_scope_for"
_OURS = ("form_key",)


def texts_of(form: object) -> dict[str, str]:
    """The texts of a form by field; what is no text is left out, what is too long or too much is cut.

    The cut lies well above every limit of a field, so that the reading can still say what is too long.
    """
    sent = list(form.items())[:_MOST_FIELDS] if isinstance(form, dict) else []
    texts = {str(name): text for name, text in sent if isinstance(text, str)}
    return {plain(name[:_LONGEST]): plain(text[:_LONGEST]) for name, text in texts.items()}


def text_of(form: object, name: str) -> str:
    """One text of a form, "" where it was not sent."""
    return texts_of(form).get(name, "")


def typed_values(form: object) -> dict[str, str]:
    """The texts of the report form. Ticks, sent one by one, become the codes that are ticked."""
    texts = texts_of(form)
    values = {
        name: text for name, text in texts.items() if name not in _OURS and not name.startswith(f"{_TICKS}.")
    }
    ticked = [text for name, text in texts.items() if name.startswith(f"{_TICKS}.")]
    # The form sends an empty tick along, so that "none ticked" differs from "not asked".
    return {**values, _TICKS: " ".join(filter(None, ticked))} if ticked else values
