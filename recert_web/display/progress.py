"""The bars of the categories and the line about how many of them are needed."""

from recert_web.display.numbers import all_of, ceu, either, in_words, sentence
from recert_web.display.room import full_letters, open_letters, unused_letters
from recert_web.display.shapes import CategoryBar, Progress
from recert_web.display.strip import strip, strip_box, strip_rows, strip_words
from recert_web.domain.evaluation import CategoryTotals, Evaluation, Standing
from recert_web.domain.rules import RuleSet


def progress(rules: RuleSet, evaluation: Evaluation, code: str) -> Progress:
    """The bars of one certification with the strip and its table; no bars where nothing is due.

    Raises KeyError for a code that is not judged in this cycle.
    """
    standing = evaluation.standings[code]
    rule_line, rule_tone = _rule(standing)
    bars = [_bar(rules, standing, totals) for totals in standing.categories.values()]
    return Progress(
        categories=bars if standing.required else [],
        rule_line=rule_line,
        rule_tone=rule_tone,
        strip=strip(standing),
        strip_box=strip_box(standing),
        strip_words=strip_words(standing),
        strip_rows=strip_rows(rules, standing),
    )


def _bar(rules: RuleSet, standing: Standing, totals: CategoryTotals) -> CategoryBar:
    credited_width, over_width = _widths(totals)
    return CategoryBar(
        letter=totals.letter,
        name=rules.categories[totals.letter].name,
        credited=ceu(totals.credited),
        maximum=ceu(totals.maximum),
        earned=ceu(totals.earned),
        over=ceu(totals.over) if totals.over else "",
        credited_width=credited_width,
        over_width=over_width,
        words=_bar_words(totals),
        note=_note(standing, totals),
    )


def _widths(totals: CategoryTotals) -> tuple[int, int]:
    """Percents of a bar as long as the maximum, or as what was earned where that is more.

    What is there is never too thin to see, and what is over fills the bar.
    """
    scale = max(totals.maximum, totals.earned)
    if totals.credited == 0:
        return 0, 100 if totals.over else 0
    width = max(1, totals.credited * 100 // scale)
    return (min(width, 99), 100 - min(width, 99)) if totals.over else (width, 0)


def _bar_words(totals: CategoryTotals) -> str:
    words = f"{ceu(totals.credited)} of at most {ceu(totals.maximum)} credited"
    if totals.over == 0:
        return f"{words}."
    return f"{words}, {ceu(totals.earned)} earned, {ceu(totals.over)} over the maximum."


def _note(standing: Standing, totals: CategoryTotals) -> str:
    if totals.letter not in full_letters(standing):
        return ""
    over = f"{ceu(totals.over)} is over the maximum and does not count."
    return f"{over if totals.over else sentence(f'{totals.letter} is full')} {_room(open_letters(standing))}"


def _room(letters: list[str]) -> str:
    if not letters:
        return "No other category has room."
    return f"{all_of(letters)} {'has' if len(letters) == 1 else 'have'} room."


def _rule(standing: Standing) -> tuple[str, str]:
    """The rule about categories with how it stands, and its tone."""
    used, needed = standing.categories_used, standing.categories_needed
    if needed == 0:
        return "", "plain"
    rule = f"At least {in_words(needed)} {'category' if needed == 1 else 'categories'}"
    if used >= needed:
        return f"{rule}: met ({used}).", "good"
    unused = either(unused_letters(standing))
    hint = f" Something from {unused} adds one." if unused else ""
    return f"{rule}: not yet ({used}).{hint}", "warn"
