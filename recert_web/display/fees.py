"""Fees in words: everything the pages about paying show, from one import."""

from recert_web.display.pay_panel import pay_panel
from recert_web.display.payments import history_rows, receipt

__all__ = ["history_rows", "pay_panel", "receipt"]
