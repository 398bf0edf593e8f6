import { createHash } from 'node:crypto';
import { defineConfig, type Plugin } from 'vite';

/** Where `./maestro demo` puts what it has to tell. */
const DATA = '{"report":"none"}';

/** One file with everything inside; its policy names what may run in it by its hash, and lets nothing be fetched. */
function oneFile(): Plugin {
  const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return {
    name: 'maestro-one-file',
    enforce: 'post',
    // After Vite's own, which put styles and imports in their places.
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        let script = '';
        let style = '';
        for (const [name, part] of Object.entries(bundle)) {
          if (part.type === 'chunk') {
            script += part.code;
          } else if (name.endsWith('.css')) {
            style += String(part.source);
          }
          delete bundle[name];
        }
        script = script.replaceAll('</script', '<\\/script');
        const policy = `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; img-src data:; base-uri 'none'; form-action 'none'`;
        this.emitFile({
          type: 'asset',
          fileName: 'report.html',
          source: [
            '<!doctype html>',
            '<html lang="en">',
            '<head>',
            '<meta charset="utf-8">',
            `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="color-scheme" content="light dark">',
            '<title>Maestro</title>',
            `<style>${style}</style>`,
            '</head>',
            '<body>',
            '<div id="app"></div>',
            `<script type="application/json" id="report">${DATA}</script>`,
            `<script type="module">${script}</script>`,
            '</body>',
            '</html>',
            '',
          ].join('\n'),
        });
      },
    },
  };
}

export default defineConfig({
  publicDir: false,
  plugins: [oneFile()],
  build: {
    target: 'es2022',
    outDir: 'target/report',
    modulePreload: false,
    cssCodeSplit: false,
    sourcemap: false,
    rollupOptions: { input: 'src/report.ts', output: { codeSplitting: false } },
  },
});
