"""For who is signed in and has no certification in the cycle shown."""

from recert_web.display.shapes import Notice, PayPanel

BUTTON = "Pay Recertification Fees"


def nothing_held_notice() -> Notice:
    """Why a certification may be missing, by the causes that the organization names."""
    return Notice(
        title="No certification to show here",
        tone="warn",
        lines=[
            "You may have made a second account: your certifications stay with the first until staff merge "
            "the two.",
            "Your certification may have expired, for its requirements or after an audit.",
            "After passing the exam, your documents may not have been received or checked yet. That takes up "
            "to two weeks.",
            "Ask the recertification team, with your certification number.",
        ],
    )


def nothing_held_panel() -> PayPanel:
    """Nothing to pay for."""
    return PayPanel(intro="You hold no certification in this cycle, so there is no fee.", button=BUTTON)
