import { defineConfig } from 'vite';

// The pages ask only the server they came from; in development that server runs beside Vite.
const server = process.env['NETWORKMAP'] ?? 'http://localhost:5080';
const forward = { target: server, changeOrigin: true };

export default defineConfig({
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 1400 },
  server: { proxy: { '/api': forward, '/tiles': forward, '/welcome': forward, '/health': forward, '/live': { ...forward, ws: true } } },
});
