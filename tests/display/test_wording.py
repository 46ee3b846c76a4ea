"""Another language needs a catalogue and nothing else: texts, counts, days and numbers follow it."""

from collections.abc import Iterator
from datetime import date
from gettext import GNUTranslations
from io import BytesIO

import pytest
from babel import UnknownLocaleError
from babel.messages import Catalog
from babel.messages.mofile import write_mo

from recert_web.display import numbers
from recert_web.display.numbers import day, span
from recert_web.wording import language, later, say, say_count, speak, spoken


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    """Whatever a test speaks, the next one hears English."""
    yield
    speak(language("en"))


def german() -> GNUTranslations:
    """A catalogue of a few texts."""
    texts = Catalog(locale="de")
    texts.add("Save", "Speichern")
    texts.add("{amount} CEUs", "{amount} CEU-Punkte")
    texts.add(("{count} day", "{count} days"), ("{count} Tag", "{count} Tage"))
    texts.add("{day} {month} {year}", "{day}. {month} {year}")
    file = BytesIO()
    write_mo(file, texts)
    file.seek(0)
    return GNUTranslations(file)


def test_english_needs_no_catalogue() -> None:
    assert say("Save") == "Save"
    assert say("You need {short} more.", short="1.3") == "You need 1.3 more."
    assert say_count(1200, "{count} day", "{count} days") == "1,200 days"
    assert say("") == ""


def test_a_catalogue_changes_texts_counts_days_and_numbers() -> None:
    label = later("Save")
    speak(language("de", german()))
    assert (say(label), say("Pay")) == ("Speichern", "Pay")
    assert [numbers.days(count) for count in (1, 1200)] == ["1 Tag", "1.200 Tage"]
    assert (numbers.ceus(470), numbers.bare(250)) == ("4,7 CEU-Punkte", "2,5")
    assert day(date(2026, 5, 14)) == "14. Mai 2026"


def test_american_english_writes_the_month_first() -> None:
    speak(language("en_US"))
    assert day(date(2026, 5, 14)) == "May 14, 2026"
    assert span(date(2026, 5, 12), date(2026, 5, 14)) == "May 12 to 14, 2026"
    assert span(date(2026, 4, 30), date(2026, 5, 2)) == "April 30 to May 2, 2026"


def test_a_locale_without_a_catalogue_speaks_english_with_its_own_signs() -> None:
    speak(language("fr"))
    assert (say("Save"), numbers.ceu(470), spoken().months[4]) == ("Save", "4,7", "mai")


def test_what_is_no_locale_is_refused() -> None:
    with pytest.raises(UnknownLocaleError):
        language("xx")
