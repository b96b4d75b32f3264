import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Builds the interface for both hosts: relative addresses, no inline script (the page's CSP forbids it). */
export default defineConfig({
  root: folder('./renderer'),
  base: './',
  cacheDir: folder('./.cache/vite'),
  plugins: [react()],
  // Both hosts put one in for each answer (electron/core/host/page.ts).
  html: { cspNonce: '__STYLE_NONCE__' },
  resolve: { alias: { '@shared': folder('./shared'), '@renderer': folder('./renderer') } },
  build: {
    outDir: folder('./dist/renderer'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    // Code that is built in leaves its package, and the licence's text with it.
    license: { fileName: 'licences.md' },
    // One file, in the order written: what forbids code made at run time comes before every schema.
    rolldownOptions: { output: { codeSplitting: false } },
  },
});
