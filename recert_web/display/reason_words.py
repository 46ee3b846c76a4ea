"""The wording of every reason: a table of templates, filled in by `reasons`.

`{limit}` and `{used}` are CEUs or days as the reason has them, `{date}` is the day that was judged,
`{dated}` how it was dated ("was completed on", "began on"), `{kept}` the entry that is kept, `{taken}`
what the reason took.
"""

from dataclasses import dataclass

from recert_web.domain.evaluation import Reason


@dataclass(frozen=True, slots=True)
class Words:
    """One reason: beside a chip, within a sentence, as a whole sentence, and as a line of a table."""

    short: str
    clause: str
    sentence: str
    label: str


ON_THE_DAY = Words(
    "on the day you earned {code}",
    "on the day you earned {code}, {limit}",
    "You earned {code} on {limit}; only what is dated after that day counts, and this {dated} that day.",
    "On the day you earned {code}",
)

REASONS = {
    Reason.STRUCK: Words(
        "struck by the audit",
        "the audit struck it",
        "The audit struck this activity, so it takes no further part.",
        "Struck by the audit",
    ),
    Reason.DUPLICATE: Words(
        "entered twice",
        "the same activity is already on your record",
        "The same activity is on your record twice: {kept} is kept, and this entry adds nothing.",
        "Entered twice",
    ),
    Reason.NOT_REQUIRED: Words(
        "nothing due this cycle",
        "nothing is due for {code} this cycle",
        "Nothing is due for {code} this cycle, so nothing counts for it. CEUs never roll over.",
        "Nothing due for {code} this cycle",
    ),
    Reason.IN_FUTURE: Words(
        "not completed yet",
        "it is not completed before {date}",
        "It is dated {date}, and today is {limit}. It counts once it is completed.",
        "Not completed yet",
    ),
    Reason.AFTER_CYCLE: Words(
        "after the cycle",
        "it was completed after the cycle ended on {limit}",
        "It was completed on {date}, after the cycle ended on {limit}.",
        "Completed after the cycle",
    ),
    Reason.BEFORE_CYCLE: Words(
        "before the cycle",
        "it is from before the cycle began on {limit}",
        "It {dated} {date}, before the cycle began on {limit}.",
        "Before the cycle",
    ),
    Reason.BEFORE_WINDOW: Words(
        "before {code} earns again",
        "{code} earns from {limit} on",
        "{code} earns from {limit} on, and this {dated} {date}.",
        "Before {code} earns again",
    ),
    Reason.BEFORE_CERTIFICATION: Words(
        "before you earned {code}",
        "before you earned {code} on {limit}",
        "You earned {code} on {limit}; only what is dated after that day counts, and this {dated} {date}.",
        "Before you earned {code}",
    ),
    Reason.OUT_OF_SCOPE: Words(
        "not in scope for {code}",
        "it is not in the scope of practice of {code}",
        "It was entered as outside the scope of practice of {code}.",
        "Not in scope for {code}",
    ),
    Reason.NO_CREDIT: Words(
        "never gives CEUs",
        "it is a requirement and never gives CEUs",
        "It is a requirement for your certification, so it never gives CEUs.",
        "A requirement, never CEUs",
    ),
    Reason.BELOW_PASS_MARK: Words(
        "score below {limit}",
        "the score is {score}, and {limit} is needed to pass",
        "The score is {score}, and {limit} is needed to pass. The quiz has to be bought and taken again.",
        "Quiz not passed",
    ),
    Reason.ITEM_MAXIMUM: Words(
        "at most {limit} each",
        "at most {limit} counts for one",
        "One activity of this kind gives at most {limit}, so {taken} does not count.",
        "Over the maximum for one activity",
    ),
    Reason.YEARLY_MAXIMUM: Words(
        "at most {limit} in {year}",
        "at most {limit} counts in {year}",
        "At most {limit} of this kind counts in a year. {used} of it was taken in {year} already, "
        "so {taken} does not count.",
        "Over the maximum for one year",
    ),
    Reason.CATEGORY_MAXIMUM: Words(
        "{category} is full",
        "{category} is full",
        "{category} gives at most {limit}. {used} was credited already, so {taken} does not count.",
        "Over the maximum of {category}",
    ),
}

# Where nothing was taken of the maximum before, there is nothing to tell of it.
FROM_NOTHING = {
    Reason.YEARLY_MAXIMUM: "At most {limit} of this kind counts in a year, so {taken} does not count.",
    Reason.CATEGORY_MAXIMUM: "{category} gives at most {limit}, so {taken} does not count.",
}

# By the field that a remedy changes; `{value}` is what it would have to be.
REMEDIES = {
    "completed_on": "It would add {gain} if it had been completed on {value}.",
    "started_on": "It would add {gain} if it had begun on {value}.",
    "as_of": "From {value} on, once it is completed, you would have {gain} more.",
    "score": "It would add {gain} with a score of {value}.",
    "in_scope_for": "It would add {gain} if it were in scope for {code}.",
}
