#!/usr/bin/env python3
"""A feeder of prices: writes the bars of a symbol where cycles read them. Python 3, nothing to install.

Standard input holds the bars, oldest first, one a line: start,open,high,low,close,volume, where start is
a time in UTC such as 2026-01-05T00:00:00Z. The newest 200 are written, in place of those of before.

    feed_bars.py --tenant quick --symbol SPY --minutes 1440 < bars.csv
    feed_bars.py --made-up 60        prints 60 calm days up to yesterday, for a first try

    GOOGLE_CLOUD_PROJECT       the project
    FIRESTORE_EMULATOR_HOST    the emulator; without it the project's own Firestore
    FIRESTORE_TOKEN            there: $(gcloud auth print-access-token) of a service account
"""

import argparse
import json
import os
import sys
import urllib.parse
import urllib.request
from datetime import datetime, timedelta, timezone

NAMES = ("open", "high", "low", "close", "volume")
NEWEST = 200


def made_up(days):
    """Bars of days that rise a little."""
    today = datetime.now(timezone.utc).replace(hour=0, minute=0, second=0, microsecond=0)
    for number in range(days):
        start = today - timedelta(days=days - number)
        close = 100 - 0.1 * (days - number)
        print(f"{start:%Y-%m-%dT%H:%M:%SZ},{close - 0.1:.2f},{close + 0.3:.2f},{close - 0.4:.2f},{close:.2f},1000")


def bar(line):
    """A bar as Firestore's REST interface wants it."""
    start, *figures = line.strip().split(",")
    if len(figures) != len(NAMES):
        raise SystemExit(f"a bar is start,{','.join(NAMES)}, got {line.strip()}")
    fields = {name: {"doubleValue": float(figure)} for name, figure in zip(NAMES, figures)}
    return {"mapValue": {"fields": {"start": {"timestampValue": start}, **fields}}}


def feed(tenant, symbol, minutes, lines):
    """Writes one document: bar_minutes, bars, updated_at."""
    bars = [bar(line) for line in lines if line.strip()][-NEWEST:]
    fields = {
        "symbol": {"stringValue": symbol},
        "bar_minutes": {"integerValue": str(minutes)},
        "bars": {"arrayValue": {"values": bars}},
        "updated_at": {"timestampValue": f"{datetime.now(timezone.utc):%Y-%m-%dT%H:%M:%SZ}"},
    }
    emulator = os.environ.get("FIRESTORE_EMULATOR_HOST")
    host = f"http://{emulator}" if emulator else "https://firestore.googleapis.com"
    token = "owner" if emulator else os.environ["FIRESTORE_TOKEN"]
    path = f"tenants/{tenant}/marketData/{urllib.parse.quote(symbol, safe='')}"
    mask = "&".join(f"updateMask.fieldPaths={name}" for name in fields)
    request = urllib.request.Request(
        f"{host}/v1/projects/{os.environ['GOOGLE_CLOUD_PROJECT']}/databases/(default)/documents/"
        f"{urllib.parse.quote(path)}?{mask}",
        data=json.dumps({"fields": fields}).encode(),
        headers={"Authorization": f"Bearer {token}", "Content-Type": "application/json"},
        method="PATCH",
    )
    with urllib.request.urlopen(request, timeout=10):
        print(f"{len(bars)} bars of {symbol}, the newest of {bars[-1]['mapValue']['fields']['start']['timestampValue']}")


def main():
    parser = argparse.ArgumentParser(description="Writes the bars of a symbol.")
    parser.add_argument("--made-up", type=int, metavar="DAYS", help="print bars for a first try")
    parser.add_argument("--tenant")
    parser.add_argument("--symbol")
    parser.add_argument("--minutes", type=int, default=5, help="length of a bar (5)")
    given = parser.parse_args()
    if given.made_up:
        made_up(given.made_up)
    elif given.tenant and given.symbol:
        feed(given.tenant, given.symbol, given.minutes, sys.stdin)
    else:
        parser.error("--tenant and --symbol, or --made-up")


if __name__ == "__main__":
    main()
