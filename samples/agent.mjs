#!/usr/bin/env node
// Sends one signal and shows what the next decision makes of it. Node 20, no packages.
//
//     agent.mjs STRATEGY SIGNAL    SIGNAL is JSON, such as '{"action": "HOLD"}' (docs/data-model.md)
//
// MAESTRO_STATUS_URL is the API; MAESTRO_AGENT_TOKEN sends, MAESTRO_TOKEN reads (and sends, if alone); MAESTRO_TENANT
// is for service accounts. Ends with 0: approved or held, 1: refused or no answer, 2: wrong usage, 3: denied.
import { setTimeout as sleep } from "node:timers/promises";

const { MAESTRO_STATUS_URL = "", MAESTRO_TENANT, MAESTRO_PATIENCE = "600", MAESTRO_TOKEN: reader = "" } = process.env;
const sender = process.env.MAESTRO_AGENT_TOKEN || reader;
const url = MAESTRO_STATUS_URL.replace(/\/+$/, "") + "/api/maestro/";
const deadline = Date.now() + 1000 * MAESTRO_PATIENCE;

function end(code, sentence) {
  console.error(sentence);
  process.exit(code);
}

async function call(token, path, body) {
  const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
  if (MAESTRO_TENANT) headers["X-Maestro-Tenant"] = MAESTRO_TENANT;
  while (Date.now() < deadline) {
    const request = { method: body ? "PUT" : "GET", headers, body, signal: AbortSignal.timeout(20_000) };
    try {
      const answer = await fetch(url + path, request);
      if (answer.ok) return await answer.json();
      const wait = answer.headers.get("Retry-After") ?? "";
      const again = [429, 503].includes(answer.status) && /^\d+$/.test(wait);
      if (!again) end(1, `${answer.status} ${await answer.text()}`);
      await sleep(1000 * wait); // the same call again does no harm
    } catch (lost) {
      end(1, `no answer from ${url}${path}: ${lost.cause ?? lost}`);
    }
  }
  end(1, "no decision in time: is the tenant active, and do its cycles run?");
}

const [strategy, text] = process.argv.slice(2);
let signal;
try { signal = { ...JSON.parse(text) }; } catch { end(2, "usage: agent.mjs STRATEGY SIGNAL"); }
const seen = new Set((await call(reader, "decisions")).decisions.map((row) => row.id));
signal.generated_at ??= (await call(sender, "time")).time; // so that it is the same if sent again
signal.version ??= "agent.mjs 1";
const receipt = await call(sender, `signals/${encodeURIComponent(strategy)}`, JSON.stringify(signal));
for (;;) {
  for (const { id, kind } of (await call(reader, "decisions?limit=10")).decisions.reverse()) { // oldest first
    const record = seen.has(id) || kind !== "cycle" ? {} : await call(reader, `decisions/${encodeURIComponent(id)}`);
    seen.add(id);
    const own = (record.signals ?? []).filter((row) => row.strategy === strategy);
    const rows = own.filter((row) => (row.generated_at ?? receipt.generated_at) === receipt.generated_at);
    for (const { verdict, symbol, verdict_text: why, reasons, cuts } of rows) {
      console.log(`${verdict} ${strategy} ${symbol ?? "-"} ${why}`);
      console.log(JSON.stringify({ decision: id, reasons, cuts }));
    }
    if (rows.length > 0) process.exit(rows.every((row) => row.verdict === "DENIED") ? 3 : 0);
  }
  await sleep(2000);
}
