import { constants, brotliCompressSync, gzipSync } from 'node:zlib';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Plugin, defineConfig, runnerImport } from 'vite';

// The pages ask only the server they came from; in development that server runs beside Vite.
const server = process.env['NETWORKMAP'] ?? 'http://localhost:5080';
const forward = { target: server, changeOrigin: true };

/** Writes the two catalogues, each with the file by which a page speaks it, and the signs beside the pages, for the server that answers first: one place for every word and
 *  every shape. */
const forServer: Plugin = {
  name: 'for-server',
  async generateBundle(_, bundle) {
    for (const language of ['id', 'en']) {
      const { module: all } = await runnerImport<Record<string, Record<string, string>>>(`./src/words/${language}.ts`);
      const { module: accounts } = await runnerImport<Record<string, Record<string, string>>>(`./src/words/${language}.account.ts`);
      const { module: tie } = await runnerImport<Record<string, Record<string, string>>>(`./src/words/${language}.tie.ts`);
      const { module: privacy } = await runnerImport<Record<string, Record<string, string>>>(`./src/words/${language}.privacy.ts`);
      const { module: depth } = await runnerImport<Record<string, Record<string, string>>>(`./src/words/${language}.depth.ts`);
      const chunk = Object.values(bundle).find((file) => file.type === 'chunk' && file.facadeModuleId?.endsWith(`/src/words/${language}.ts`));
      if (!chunk) this.error(`No file of the client speaks ${language}.`);
      this.emitFile({ type: 'asset', fileName: `words/${language}.json`, source: JSON.stringify({ script: `/${chunk.fileName}`, words: { ...all[language], ...tie[`${language}Tie`], ...depth[`${language}Depth`], ...accounts[`${language}Account`], ...privacy[`${language}Privacy`] } }) });
    }
    const { module } = await runnerImport<typeof import('./src/ui/signs')>('./src/ui/signs.ts');
    const symbols = module.families.map((family) => `<symbol id="${family}" viewBox="0 0 24 24"><path d="${module.outlines[family]}"/></symbol>`);
    const { module: icons } = await runnerImport<typeof import('./src/ui/Icon')>('./src/ui/Icon.tsx');
    for (const place of ['map', 'partners', 'introductions', 'coverage', 'activity'] as const) symbols.push(`<symbol id="${place}" viewBox="0 0 24 24"><path d="${icons.paths[place]}"/></symbol>`);
    this.emitFile({ type: 'asset', fileName: 'signs.svg', source: `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>` });
  },
};

/** Names the files that the service worker keeps from the first visit on: all but those of the map, which it keeps once they were used. */
const precache: Plugin = {
  name: 'precache',
  generateBundle(_, bundle) {
    const files = Object.keys(bundle).filter((file) => file.startsWith('assets/') && !/^assets\/(engine|maplibre|ground)/.test(file));
    this.emitFile({ type: 'asset', fileName: 'precache.json', source: JSON.stringify(files.map((file) => `/${file}`)) });
  },
};

/** Compresses every file once, as well as it can be; the server sends them as they are. */
const compressed: Plugin = {
  name: 'compressed',
  writeBundle({ dir = 'dist' }) {
    for (const file of readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((f) => /\.(js|mjs|css|json|svg|webmanifest)$/.test(f))) {
      const bytes = readFileSync(join(dir, file));
      writeFileSync(join(dir, `${file}.br`), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));
      writeFileSync(join(dir, `${file}.gz`), gzipSync(bytes, { level: 9 }));
    }
  },
};

export default defineConfig({
  plugins: [forServer, precache, compressed],
  build: {
    target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 1400,
    rolldownOptions: {
      input: { index: 'index.html', account: 'src/account.ts', sw: 'src/offline/worker.ts' },
      output: { entryFileNames: ({ name }) => (name === 'sw' || name === 'account' ? `${name}.js` : 'assets/[name]-[hash].js') },
    },
  },
  server: { proxy: { '/api': forward, '/tiles': forward, '/welcome': forward, '/masuk': forward, '/keluar': forward, '/akun': forward, '/undangan': forward, '/pulihkan': forward, '/privasi': forward, '/health': forward, '/live': { ...forward, ws: true } } },
});
