#!/usr/bin/env python3
"""Sends one signal and shows what the next decision makes of it. Python 3, nothing to install.

    agent.py STRATEGY SIGNAL    SIGNAL is JSON, such as '{"action": "HOLD"}' (docs/data-model.md)

MAESTRO_STATUS_URL is the API; MAESTRO_AGENT_TOKEN sends, MAESTRO_TOKEN reads (and sends, if alone); MAESTRO_TENANT
is for service accounts. Ends with 0: approved or held, 1: refused or no answer, 2: wrong usage, 3: denied.
"""
import json, os, sys, time, urllib.error, urllib.parse, urllib.request

URL = os.environ.get("MAESTRO_STATUS_URL", "").rstrip("/") + "/api/maestro/"
READER = os.environ.get("MAESTRO_TOKEN", "")
SENDER = os.environ.get("MAESTRO_AGENT_TOKEN") or READER
TENANT = {"X-Maestro-Tenant": os.environ["MAESTRO_TENANT"]} if "MAESTRO_TENANT" in os.environ else {}
DEADLINE = time.monotonic() + float(os.environ.get("MAESTRO_PATIENCE", "600"))


def call(token, path, body=None):
    headers = {"Authorization": "Bearer " + token, "Content-Type": "application/json", **TENANT}
    data = None if body is None else json.dumps(body).encode()
    while time.monotonic() < DEADLINE:
        request = urllib.request.Request(URL + path, data, headers, method="PUT" if data else "GET")
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as refused:
            if refused.code not in (429, 503) or not refused.headers.get("Retry-After", "").isdigit():
                sys.exit(f"{refused.code} {refused.read().decode()}")
            time.sleep(int(refused.headers["Retry-After"]))  # the same call again does no harm
        except (OSError, ValueError) as lost:
            sys.exit(f"no answer from {URL}{path}: {lost}")
    sys.exit("no decision in time: is the tenant active, and do its cycles run?")


def main(strategy, signal):
    seen = {row["id"] for row in call(READER, "decisions")["decisions"]}
    signal = {"generated_at": call(SENDER, "time")["time"], "version": "agent.py 1", **signal}
    receipt = call(SENDER, "signals/" + urllib.parse.quote(strategy, safe=""), signal)
    while True:
        for row in reversed(call(READER, "decisions?limit=10")["decisions"]):  # oldest first
            new = row["id"] not in seen and row.get("kind") == "cycle"
            seen.add(row["id"])
            record = call(READER, "decisions/" + urllib.parse.quote(row["id"], safe="")) if new else {}
            own = [s for s in record.get("signals", []) if s.get("strategy") == strategy]
            own = [s for s in own if s.get("generated_at", receipt["generated_at"]) == receipt["generated_at"]]
            for said in own:
                print(said["verdict"], strategy, said.get("symbol") or "-", said.get("verdict_text"))
                print(json.dumps({"decision": row["id"], "reasons": said.get("reasons"), "cuts": said.get("cuts")}))
            if own:
                sys.exit(3 if all(said["verdict"] == "DENIED" for said in own) else 0)
        time.sleep(2)


try:
    name, given = sys.argv[1], dict(json.loads(sys.argv[2]))
except (IndexError, TypeError, ValueError):
    print(__doc__, file=sys.stderr)
    sys.exit(2)
main(name, given)
