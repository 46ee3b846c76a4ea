"""Addresses of pages."""

from urllib.parse import parse_qs, urlsplit

from hypothesis import given, strategies as st

from recert_web.display import links


def test_a_link_carries_what_was_chosen_and_nothing_else() -> None:
    assert links.overview() == "/overview"
    assert links.overview("CSCS", "2018-2020") == "/overview?seal=CSCS&cycle=2018-2020"
    assert links.report() == "/report"
    assert links.report("event_other") == "/report?type=event_other"
    assert links.edit("12") == "/report?activity=12"
    assert links.fees("2018-2020") == "/fees?cycle=2018-2020"
    assert links.receipt("R-2020-000123") == "/receipt?number=R-2020-000123"
    assert links.SIGN_IN == "/"


def test_the_first_page_goes_without_saying() -> None:
    assert links.activities("CSCS", page=1) == "/activities?seal=CSCS"
    assert links.activities("CSCS", page=2) == "/activities?seal=CSCS&page=2"


@given(st.text(min_size=1))
def test_whatever_is_searched_for_arrives_as_it_was_typed(typed: str) -> None:
    query = urlsplit(links.activities(find=typed.encode(errors="replace").decode())).query
    assert parse_qs(query, keep_blank_values=True)["find"] == [typed.encode(errors="replace").decode()]
