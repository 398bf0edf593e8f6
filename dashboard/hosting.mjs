// What a deployment adds to the built page: node dashboard/hosting.mjs REGION < (firebase apps:sdkconfig WEB --json)
// writes dashboard/dist/config.json, and firebase.hosting.json, which is firebase.json with the region of the API.
import { readFileSync, writeFileSync } from 'node:fs';

const at = (path) => new URL('../' + path, import.meta.url);

function fail(sentence) {
  console.error('maestro: ' + sentence);
  process.exit(1);
}

function webApp(text) {
  let answer;
  try {
    answer = JSON.parse(text);
  } catch {
    fail('firebase apps:sdkconfig WEB --json gave no JSON; sign in, and make a web app: firebase apps:create WEB maestro');
  }
  const app = answer?.result?.sdkConfig;
  for (const field of ['projectId', 'apiKey', 'authDomain']) {
    if (typeof app?.[field] !== 'string' || app[field] === '') {
      fail(`the project's web app has no ${field}; make one: firebase apps:create WEB maestro`);
    }
  }
  return app;
}

const region = process.argv[2] ?? '';
if (!/^[a-z]+-[a-z]+[0-9]+$/.test(region)) {
  fail(`the first argument must be a region, like europe-west1; got '${region}'`);
}
const { projectId, apiKey, authDomain } = webApp(readFileSync(0, 'utf8'));
const config = { format: 1, project: projectId, apiKey, authDomain, api: '' };
writeFileSync(at('dashboard/dist/config.json'), JSON.stringify(config) + '\n');
const firebase = JSON.parse(readFileSync(at('firebase.json'), 'utf8'));
firebase.hosting.rewrites.forEach((rewrite) => (rewrite.run.region = region));
writeFileSync(at('firebase.hosting.json'), JSON.stringify({ hosting: firebase.hosting }, null, 2) + '\n');
