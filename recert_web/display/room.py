"""Where there is still room: the categories that can take more, and the rule about how many are needed."""

from recert_web.display.numbers import all_of, ceus, either, in_words
from recert_web.domain.evaluation import Standing


def open_letters(standing: Standing) -> list[str]:
    """The categories that still credit something."""
    return [letter for letter, totals in standing.categories.items() if totals.credited < totals.maximum]


def full_letters(standing: Standing) -> list[str]:
    """The categories whose maximum is reached."""
    return [letter for letter, totals in standing.categories.items() if 0 < totals.maximum <= totals.credited]


def unused_letters(standing: Standing) -> list[str]:
    """The categories with room and nothing credited yet: any of them adds to the categories used."""
    return [letter for letter in open_letters(standing) if standing.categories[letter].credited == 0]


def where_from(standing: Standing) -> str:
    """Where what is missing may come from: "from A, B or C", "" where every category is full."""
    letters = open_letters(standing)
    return f"from {either(letters)}" if letters else ""


def full_words(standing: Standing) -> str:
    """Which categories are full: "D is full.", "B and D are full.", "" for none."""
    letters = full_letters(standing)
    if not letters:
        return ""
    return f"{all_of(letters)} {'is' if len(letters) == 1 else 'are'} full."


def categories_missing(standing: Standing) -> int:
    """How many categories more are needed."""
    return max(0, standing.categories_needed - standing.categories_used)


def needs_another(standing: Standing) -> str:
    """The rule about categories where it still asks for something that the CEUs alone do not settle.

    "" when enough are used, or when whatever is missing can only come from one not used yet.
    """
    missing = categories_missing(standing)
    unused = unused_letters(standing)
    if missing == 0 or (missing == 1 and standing.short > 0 and unused == open_letters(standing)):
        return ""
    rule = f"It takes at least {in_words(standing.categories_needed)} categories"
    if missing > 1 or not unused:
        return f"{rule}."
    share = "some of it" if standing.short else "something"
    return f"{rule}, so {share} must come from {either(unused)}."


def more_categories(count: int) -> str:
    """How many categories more: "one more category"."""
    return f"{in_words(count)} more {'category' if count == 1 else 'categories'}"


def what_it_lacks(standing: Standing) -> str:
    """What keeps the CEUs from being complete: "1.3 more CEUs, from A, B or C"."""
    if standing.short == 0:
        unused = either(unused_letters(standing))
        return ": ".join(filter(None, (more_categories(categories_missing(standing)), unused)))
    amount = ceus(standing.short).replace(" ", " more ", 1)
    return ", ".join(filter(None, (amount, where_from(standing))))
