"""The addresses of the pages, so that a link is written in one place only."""

from urllib.parse import quote, urlencode

SIGN_IN = "/"


def overview(seal: str = "", cycle: str = "") -> str:
    """Where a certification stands in a cycle (`cycle` is the rule set's name)."""
    return _address("/overview", seal=seal, cycle=cycle)


def activities(seal: str = "", cycle: str = "", show: str = "", page: int = 1, find: str = "") -> str:
    """The list of activities, filtered; the first page goes without saying."""
    return _address(
        "/activities", seal=seal, cycle=cycle, show=show, page=str(page) if page > 1 else "", find=find
    )


def report(type_key: str = "") -> str:
    """Report CEUs, with the type chosen or not."""
    return _address("/report", type=type_key)


def edit(activity_id: str) -> str:
    """Report CEUs with a stored activity in the form."""
    return _address("/report", activity=activity_id)


def fees(cycle: str = "") -> str:
    """Pay Recertification Fees."""
    return _address("/fees", cycle=cycle)


def receipt(number: str) -> str:
    """The receipt of a charge."""
    return _address("/receipt", number=number)


def _address(path: str, **query: str) -> str:
    given = {key: value for key, value in query.items() if value}
    return f"{path}?{urlencode(given, quote_via=quote)}" if given else path
