"""The approved list and the cards."""

from datetime import UTC, date, datetime

from recert_web.data import cards, home_studies, people
from recert_web.data.database import Session
from recert_web.domain.claim import HomeStudy
from recert_web.domain.member import CprAedCard


def study(number: str, valid_from: date, valid_until: date, ceu: int = 30) -> HomeStudy:
    return HomeStudy(0, "Open Lecture", f"Course {number}", ceu, number, valid_from, valid_until)


def test_a_line_is_put_on_the_list_once(session: Session) -> None:
    line = study("HS-1", date(2018, 1, 1), date(2018, 12, 31))
    home_studies.put_home_studies(session, (line,))
    home_studies.put_home_studies(session, (line, study("HS-1", date(2019, 1, 1), date(2019, 1, 1), 99)))
    (kept,) = home_studies.all_home_studies(session)
    assert (kept.ceu, kept.valid_until) == (30, date(2018, 12, 31))
    assert home_studies.home_study(session, kept.id) == kept
    assert home_studies.home_study(session, kept.id + 1) is None


def test_the_list_of_some_days_holds_what_was_valid_on_one_of_them(session: Session) -> None:
    lines = [
        study("HS-1", date(2018, 1, 1), date(2018, 12, 31)),
        study("HS-2", date(2018, 12, 31), date(2019, 12, 31)),
        study("HS-3", date(2020, 1, 1), date(2020, 1, 1)),
    ]
    home_studies.put_home_studies(session, lines)

    def numbers(first: date, last: date) -> list[str]:
        return [one.approval_number for one in home_studies.home_studies_on(session, first, last)]

    assert numbers(date(2018, 12, 31), date(2018, 12, 31)) == ["HS-1", "HS-2"]
    assert numbers(date(2019, 1, 1), date(2019, 12, 31)) == ["HS-2"]
    assert numbers(date(2018, 1, 1), date(2020, 12, 31)) == ["HS-1", "HS-2", "HS-3"]
    assert numbers(date(2020, 1, 2), date(2030, 1, 1)) == []


def test_the_card_is_the_one_that_lasts_longest_of_those_issued(session: Session) -> None:
    person = people.add_person(session, "Sam Rivers", None, datetime(2020, 1, 1, tzinfo=UTC))
    old = CprAedCard("Brook County", date(2019, 3, 1), date(2021, 3, 1), True)
    new = CprAedCard("Harbor", date(2021, 2, 1), date(2023, 2, 1), False)
    for card in (new, old):
        cards.add_card(session, person, card)
    assert cards.card_of(session, person, date(2019, 2, 28)) is None
    assert cards.card_of(session, person, date(2021, 1, 31)) == old
    assert cards.card_of(session, person, date(2021, 2, 1)) == new
