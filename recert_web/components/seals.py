"""Our own seals: a ring of progress around a sign, one for each certification."""

import reflex as rx

from recert_web.display.shapes import Seal

_SIGNS = (
    ("CSCS", "M28 50h44M34 42v16M66 42v16M40 45v10M60 45v10"),
    ("NSCA-CPT", "M50 30a6 6 0 1 1-.1 0M38 66c1-13 5-20 12-20s11 7 12 20"),
    ("TSAC-F", "M50 30l16 6v12c0 11-7 18-16 22-9-4-16-11-16-22V36z"),
    ("CSPS", "M50 68C34 56 32 46 36 40c4-5 11-4 14 2 3-6 10-7 14-2 4 6 2 16-14 28z"),
    ("CPSS", "M30 62l11-14 9 8 11-20 9 12"),
)
_ANY_SIGN = "M36 50h28M50 36v28"


def _ring(seal: rx.Var[Seal]) -> rx.Component:
    return rx.el.svg(
        rx.el.circle(class_name="ring-track", cx="50", cy="50", r="44", path_length=100),
        rx.el.circle(
            class_name="ring-value",
            cx="50",
            cy="50",
            r="44",
            path_length=100,
            custom_attrs={"strokeDasharray": f"{seal.percent} 200", "transform": "rotate(-90 50 50)"},
        ),
        rx.el.path(class_name="seal-sign", d=rx.match(seal.code, *_SIGNS, _ANY_SIGN)),
        view_box="0 0 100 100",
        aria_hidden="true",
        class_name=f"t-{seal.tone}",
    )


def _seal(seal: rx.Var[Seal]) -> rx.Component:
    return rx.el.a(
        _ring(seal),
        rx.el.strong(seal.code),
        rx.el.small(seal.small),
        href=seal.href,
        class_name="seal",
        aria_label=seal.label,
        aria_current=rx.cond(seal.current, "true", "false"),
    )


def seals_row(seals: rx.Var[list[Seal]]) -> rx.Component:
    """All certifications at a glance; each seal is a link that switches the page below."""
    return rx.el.nav(
        rx.foreach(seals, _seal),
        class_name="seals o-seals",
        aria_label="Your certifications",
    )
