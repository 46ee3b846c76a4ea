"""What a form sends, as a draft keeps it: known sizes, plain text."""

_LONGEST = 400
_MOST_FIELDS = 40
_TICKS = "in_scope_for"
_OURS = ("form_key",)


def typed_values(form: dict[str, str]) -> dict[str, str]:
    """The texts of a form by field. Ticks, sent one by one, become the codes that are ticked.

    Anything that is no text, too long or too much is cut: the reading of the draft names what is wrong with it.
    """
    sent = form if isinstance(form, dict) else {}
    texts = {
        str(name)[:_LONGEST]: value[:_LONGEST]
        for name, value in list(sent.items())[:_MOST_FIELDS]
        if isinstance(value, str) and name not in _OURS
    }
    values = {name: text for name, text in texts.items() if not name.startswith(f"{_TICKS}.")}
    ticked = [text for name, text in texts.items() if name.startswith(f"{_TICKS}.")]
    # The form sends an empty tick along, so that "none ticked" differs from "not asked".
    return {**values, _TICKS: " ".join(filter(None, ticked))} if ticked else values
