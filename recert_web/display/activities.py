"""One activity in the list: what it was, and what it does for each certification and why."""

from collections.abc import Mapping, Sequence

from recert_web.display import links
from recert_web.display.details import detail_of, origin_of, when_of
from recert_web.display.results import result_for
from recert_web.display.shapes import ActivityRow
from recert_web.domain.evaluation import Evaluation, Remedy
from recert_web.domain.member import Entry
from recert_web.domain.rules import RuleSet


def activity_row(
    entry: Entry,
    rules: RuleSet,
    evaluation: Evaluation,
    remedies_by_code: Mapping[str, Sequence[Remedy]],
    locked: str = "",
    titles: Mapping[str, str] | None = None,
) -> ActivityRow:
    """An entry with its result for every certification.

    `locked` says why it may not be edited ("": it may), `titles` names other entries by id, for duplicates.
    Raises KeyError for an entry that is not in the evaluation.
    """
    activity, kind = entry.activity, rules.types[entry.activity.type]
    results = [
        result_for(standing.activities[activity.id], code, kind, remedies_by_code.get(code, ()), titles)
        for code, standing in evaluation.standings.items()
    ]
    return ActivityRow(
        id=activity.id,
        version=entry.version,
        title=entry.title,
        detail=detail_of(entry, kind),
        when=when_of(entry),
        origin=origin_of(entry, kind),
        results=results,
        edit_href="" if locked else links.edit(activity.id),
        locked=locked,
        has_reasons=any(result.sentences for result in results),
    )
