#!/usr/bin/env python3
"""An executor that may be killed at any line and sends no order twice.

It asks Maestro for orders that wait, claims each, sends it to a broker under the intent's nonce, and
reports what it fills until the broker says that it can fill no more. Python 3, nothing to install.

    MAESTRO_STATUS_URL   where the API is
    MAESTRO_TOKEN        who it is: a member of role executor that names the account
    MAESTRO_ACCOUNT      the account whose orders it sends (main); it must name this executor
    MAESTRO_STATE        folder of its own notes and of the fake broker (executor-state)
    MAESTRO_DIE_AT       n: kills itself at the n-th checkpoint, for tests

    executor.py          works until it is stopped
    executor.py --once   works until nothing waits and nothing is open, then ends

What makes it safe, in this order:
1. The token is made and kept on disk before the claim. Whoever has it can ask again.
2. Before anything is sent, the broker is asked for the nonce, among its open and done orders.
3. An order is sent within 30 s of the claim's answer, or it is claimed again: the gates are asked
   again, and what may not go on any more is not sent.
4. What was claimed and is never sent is reported: final, with nothing filled.
5. Reports say all that was filled so far, so the same one twice does nothing.

Replace FakeBroker by a client of your own broker that can find an order by its client_order_id.
"""

import json
import os
import secrets
import signal
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from datetime import datetime, timezone

from fake_broker import DuplicateOrder, FakeBroker

URL = os.environ.get("MAESTRO_STATUS_URL", "").rstrip("/")
TOKEN = os.environ.get("MAESTRO_TOKEN", "")
ACCOUNT = os.environ.get("MAESTRO_ACCOUNT", "main")
STATE = os.environ.get("MAESTRO_STATE", "executor-state")
DIE_AT = int(os.environ.get("MAESTRO_DIE_AT", "0"))

POLL_SECONDS = 0.2
GRANT_SECONDS = 30
REPORT_SECONDS = 300

passed = 0


def checkpoint():
    """A line at which a test may kill this process."""
    global passed
    passed += 1
    if passed == DIE_AT:
        os.kill(os.getpid(), signal.SIGKILL)


class Refused(Exception):
    """Maestro understood, and said no; code says why."""

    def __init__(self, status, problem):
        super().__init__(f"{status} {problem.get('type')}: {problem.get('detail')}")
        self.code = problem.get("code", "")


class NoAnswer(Exception):
    """Nobody knows whether the call was taken: send the same one again."""


def call(method, path, body=None):
    """One call of the API."""
    request = urllib.request.Request(
        URL + path,
        method=method,
        data=None if body is None else json.dumps(body).encode(),
        headers={"Authorization": "Bearer " + TOKEN, "Content-Type": "application/json"},
    )
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as error:
        if error.code == 429 or error.code >= 500:
            raise NoAnswer(str(error.code)) from error
        raise Refused(error.code, json.load(error)) from error
    except (OSError, ValueError) as error:
        raise NoAnswer(str(error)) from error


class Notes:
    """One file per order that is not over: its token, and whether it may have been sent."""

    def __init__(self, folder):
        self.folder = folder
        os.makedirs(folder, exist_ok=True)

    def all(self):
        """Those that are not over."""
        notes = []
        for name in sorted(os.listdir(self.folder)):
            if name.endswith(".json"):
                with open(os.path.join(self.folder, name), encoding="utf-8") as file:
                    notes.append(json.load(file))
        return notes

    def keep(self, note):
        """On the disk, all of it or nothing, before this returns."""
        path = self._path(note["nonce"])
        with open(path + ".new", "w", encoding="utf-8") as file:
            json.dump(note, file)
            file.flush()
            os.fsync(file.fileno())
        checkpoint()
        os.replace(path + ".new", path)

    def forget(self, nonce):
        """It is over."""
        os.remove(self._path(nonce))

    def _path(self, nonce):
        return os.path.join(self.folder, urllib.parse.quote(nonce, safe="") + ".json")


class Executor:
    """Brings every order that it begins to its end."""

    def __init__(self, notes, broker):
        self.notes = notes
        self.broker = broker
        self.reported = {}

    def round(self):
        """What is begun goes on first, then what waits. True if something is still open."""
        for note in self.notes.all():
            self.work(note)
        begun = {note["nonce"] for note in self.notes.all()}
        for intent in waiting():
            if intent["nonce"] not in begun:
                checkpoint()
                note = {"nonce": intent["nonce"], "token": secrets.token_urlsafe(32)}
                self.notes.keep(note)
                checkpoint()
                self.work(note)
        return bool(self.notes.all())

    def work(self, note):
        """One step of one order; whatever is not known now is asked again in the next round."""
        try:
            order = self.broker.find(note["nonce"])
            if order is None:
                self.claim_and_send(note)
            else:
                self.report(note, order)
        except NoAnswer as unknown:
            print("no answer, again later:", unknown, file=sys.stderr)

    def claim_and_send(self, note):
        """Sends the order, if it may be sent now."""
        nonce = note["nonce"]
        try:
            grant = call(
                "POST",
                "/api/maestro/claims",
                {"nonce": nonce, "token": note["token"], "account": ACCOUNT},
            )
        except Refused as refused:
            self.give_up(note, refused)
            return
        granted_at = time.monotonic()
        checkpoint()
        if grant["repeated"] and self.broker.find(nonce) is not None:
            return
        checkpoint()
        if time.monotonic() - granted_at < GRANT_SECONDS:
            self.send(grant)
        checkpoint()

    def send(self, grant):
        """The client_order_id is the nonce: the broker itself refuses a second one."""
        intent = grant["intent"]
        try:
            self.broker.submit(
                intent["nonce"],
                intent["symbol"],
                intent["side"],
                quantity=grant.get("quantity"),
                notional=intent.get("notional"),
                price=intent.get("limit_price") or intent.get("price"),
            )
            print("sent", intent["nonce"], intent["side"], intent["symbol"])
        except DuplicateOrder:
            print("was sent before:", intent["nonce"])

    def give_up(self, note, refused):
        """It may not be sent, and the broker does not have it: what was claimed is set free."""
        print("not sent:", note["nonce"], refused, file=sys.stderr)
        checkpoint()
        nothing = {
            "filled_quantity": "0",
            "filled_notional": "0",
            "fees": "0",
            "filled_at": instant(time.time()),
            "final": True,
        }
        try:
            self.tell(note, nothing)
        except Refused as unclaimed:
            print("nor claimed:", note["nonce"], unclaimed, file=sys.stderr)
        checkpoint()
        self.notes.forget(note["nonce"])

    def report(self, note, order):
        """All that was filled so far, when there is more of it, and every five minutes."""
        figures = {
            "filled_quantity": str(order["filled_quantity"]),
            "filled_notional": str(order["filled_notional"]),
            "fees": str(order["fees"]),
            "filled_at": instant(order["filled_at"]),
            "final": order["done"],
        }
        told, told_at = self.reported.get(note["nonce"], (None, 0.0))
        if told == figures and time.monotonic() - told_at < REPORT_SECONDS:
            return
        checkpoint()
        try:
            answer = self.tell(note, figures)
        except Refused as refused:
            if refused.code != "WRONG_TOKEN":
                raise
            print("sent by another executor:", note["nonce"], file=sys.stderr)
            self.notes.forget(note["nonce"])
            return
        self.reported[note["nonce"]] = (figures, time.monotonic())
        checkpoint()
        if order["done"]:
            self.notes.forget(note["nonce"])
            print("done", note["nonce"], answer["code"], figures["filled_quantity"])
        elif answer.get("cancel"):
            self.broker.cancel(note["nonce"])
            print("cancelled", note["nonce"])

    def tell(self, note, figures):
        """One report."""
        path = "/api/maestro/claims/" + urllib.parse.quote(note["nonce"], safe="") + "/report"
        return call("POST", path, {"token": note["token"], "account": ACCOUNT, **figures})


def waiting():
    """The orders of the account that nobody has claimed, oldest first."""
    found, before = [], ""
    while True:
        query = "?state=RESERVED&limit=200" + (
            "&before=" + urllib.parse.quote(before, safe="") if before else ""
        )
        page = call("GET", "/api/maestro/intents" + query)
        found += [each for each in page["intents"] if each.get("account") == ACCOUNT]
        before = page["next"]
        if not before:
            return found[::-1]


def instant(seconds):
    """A time as Maestro reads it."""
    return datetime.fromtimestamp(seconds, timezone.utc).isoformat(timespec="milliseconds")


def main():
    if not URL or not TOKEN:
        sys.exit("set MAESTRO_STATUS_URL and MAESTRO_TOKEN")
    executor = Executor(
        Notes(os.path.join(STATE, "orders")), FakeBroker(os.path.join(STATE, "broker.json"))
    )
    while True:
        checkpoint()
        try:
            is_open = executor.round()
        except NoAnswer as unknown:
            print("no answer, again later:", unknown, file=sys.stderr)
            is_open = True
        except Refused as refused:
            sys.exit("Maestro refuses: " + str(refused))
        if "--once" in sys.argv and not is_open:
            return
        time.sleep(POLL_SECONDS)


if __name__ == "__main__":
    main()
