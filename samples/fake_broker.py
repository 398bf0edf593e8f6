"""A broker in one file, for tests and for trying out executor.py: no market, no money.

It keeps its orders in a JSON file, so that it outlives whoever uses it, and it behaves as a broker
must for an executor to be safe: a second order of the same client_order_id is refused, and an order
can be looked up by it, open or done. An order fills in three steps, one per FILL_SECONDS.
"""

import json
import os
import time
from decimal import ROUND_DOWN, Decimal

FILL_STEPS = 3
FILL_SECONDS = float(os.environ.get("FAKE_BROKER_FILL_SECONDS", "0.2"))
FEE = Decimal("0.0005")
PRICE = Decimal("100")


class DuplicateOrder(Exception):
    """There is an order of this client_order_id."""


class FakeBroker:
    """The orders in one file."""

    def __init__(self, path):
        self.path = path

    def submit(self, client_order_id, symbol, side, quantity=None, notional=None, price=None):
        """Takes an order of a quantity, or for a notional."""
        orders = self._load()
        if client_order_id in orders:
            raise DuplicateOrder(client_order_id)
        price = Decimal(str(price)) if price else PRICE
        if quantity is None:
            quantity = (Decimal(notional) / price).quantize(Decimal("0.000001"), ROUND_DOWN)
        orders[client_order_id] = {
            "symbol": symbol,
            "side": side,
            "quantity": str(quantity),
            "price": str(price),
            "sent_at": time.time(),
            "cancelled_after": None,
        }
        self._store(orders)

    def find(self, client_order_id):
        """The order as it is now, or None: what it has filled, whether it can fill more."""
        order = self._load().get(client_order_id)
        return None if order is None else self._now(order)

    def cancel(self, client_order_id):
        """Ends an order with what it has filled so far."""
        orders = self._load()
        order = orders[client_order_id]
        if order["cancelled_after"] is None:
            order["cancelled_after"] = self._steps(order)
            self._store(orders)

    def orders(self):
        """All orders by client_order_id."""
        return {name: self._now(order) for name, order in self._load().items()}

    @staticmethod
    def _steps(order):
        steps = int((time.time() - order["sent_at"]) / FILL_SECONDS) if FILL_SECONDS else FILL_STEPS
        return max(0, min(FILL_STEPS, steps))

    def _now(self, order):
        cancelled = order["cancelled_after"]
        steps = self._steps(order) if cancelled is None else cancelled
        share = Decimal(order["quantity"]) * steps / FILL_STEPS
        if steps < FILL_STEPS:
            share = share.quantize(Decimal("0.000001"), ROUND_DOWN)
        notional = (share * Decimal(order["price"])).quantize(Decimal("0.0001"))
        return {
            "symbol": order["symbol"],
            "side": order["side"],
            "filled_quantity": share,
            "filled_notional": notional,
            "fees": (notional * FEE).quantize(Decimal("0.0001"), ROUND_DOWN),
            "filled_at": order["sent_at"] + steps * FILL_SECONDS,
            "done": steps == FILL_STEPS or cancelled is not None,
        }

    def _load(self):
        try:
            with open(self.path, encoding="utf-8") as file:
                return json.load(file)
        except FileNotFoundError:
            return {}

    def _store(self, orders):
        """All or nothing, also where the process is killed in the middle."""
        written = self.path + ".new"
        with open(written, "w", encoding="utf-8") as file:
            json.dump(orders, file)
            file.flush()
            os.fsync(file.fileno())
        os.replace(written, self.path)
