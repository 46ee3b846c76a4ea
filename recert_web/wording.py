"""One catalogue for every word that people read, and the one place that knows which language is spoken.

English is written where it is used: `say("Save")`. Extraction (`make words`) gathers every such text into
`locale/recert.pot`; a file `locale/<locale>.po` beside it is all that another language needs.
"""

from dataclasses import dataclass
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.dates import get_month_names
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import get_decimal_symbol, get_group_symbol

CATALOGUES = Path(__file__).parent / "locale"


@dataclass(frozen=True, slots=True)
class Language:
    """What a locale settles: its texts, its months (January first), its signs within a number."""

    locale: Locale
    texts: NullTranslations
    months: tuple[str, ...]
    decimal: str
    group: str


def language(locale: str, texts: NullTranslations | None = None) -> Language:
    """The language of a locale such as "en" or "pt_BR", its texts from the catalogue unless given.

    A locale without a catalogue of its own takes its language's; where neither is, the texts are English.
    Raises babel.UnknownLocaleError or ValueError for what is no locale.
    """
    known = Locale.parse(locale)
    names = get_month_names("wide", locale=known)
    return Language(
        known,
        texts or _catalogue(str(known)) or _catalogue(known.language) or NullTranslations(),
        tuple(names[number] for number in range(1, 13)),
        get_decimal_symbol(known),
        get_group_symbol(known),
    )


def _catalogue(name: str) -> NullTranslations | None:
    path = CATALOGUES / f"{name}.po"
    if not path.is_file():
        return None
    compiled = BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=name))
    compiled.seek(0)
    return GNUTranslations(compiled)


_spoken = language("en")


def speak(new: Language) -> None:
    """Speaks a language from now on, in the whole process: once, at its start."""
    global _spoken
    _spoken = new


def spoken() -> Language:
    """The language that is spoken."""
    return _spoken


def say(text: str, /, **figures: object) -> str:
    """A text in the language spoken, its `{placeholders}` filled in.

    `text` is a literal, or a constant marked with `later`. Raises KeyError for a figure not given.
    """
    said = _spoken.texts.gettext(text) if text else ""
    return said.format(**figures) if figures else said


def say_count(count: int, one: str, many: str, /, **figures: object) -> str:
    """A text that depends on a number: "1 day left", "2 days left". `{count}` is the number, grouped."""
    said = _spoken.texts.ngettext(one, many, count)
    return said.format(count=f"{count:,}".replace(",", _spoken.group), **figures)


def later(text: str, /) -> str:
    """Marks a constant as a text of the catalogue; whoever shows it says it."""
    return text
