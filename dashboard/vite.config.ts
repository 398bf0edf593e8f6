import { readFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';

/** While developing: what `./maestro up --json` printed, in a file, makes settings and a proxy. */
const up = process.env['MAESTRO_UP_JSON'];
const local = up
  ? (JSON.parse(readFileSync(up, 'utf8')) as { project: string; firestore: string; functions: { status: string } })
  : undefined;

/** Serves `config.json` as `./maestro up` does. */
function settings(): Plugin {
  return {
    name: 'maestro-settings',
    configureServer(server) {
      server.middlewares.use('/config.json', (_request, response, next) => {
        if (!local) {
          next();
          return;
        }
        response.setHeader('Content-Type', 'application/json');
        response.end(
          JSON.stringify({
            format: 1,
            project: local.project,
            api: '',
            firestoreEmulator: local.firestore,
            demo: {
              tenant: 'demo',
              people: [
                { uid: 'demo-user', role: 'admin' },
                { uid: 'operator', role: 'operator' },
                { uid: 'viewer', role: 'viewer' },
              ],
            },
          }),
        );
      });
    },
  };
}

export default defineConfig({
  base: './',
  plugins: [settings()],
  server: local ? { proxy: { '/api': local.functions.status } } : {},
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    sourcemap: false,
  },
});
