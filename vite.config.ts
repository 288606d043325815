import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const headers = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types sw",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
};

const inNode = [
  'model', 'boxes', 'reading', 'words', 'edits', 'capture', 'analysis', 'layout', 'scene', 'painters',
  'formats', 'outputs', 'templates', 'document', 'storage', 'worker', 'session', 'commands', 'offline', 'support',
];
const inPage = ['controls', 'canvas', 'panels', 'app'];

export default defineConfig({
  base: './',
  plugins: [react()],
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  worker: { format: 'es' },
  preview: { headers },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/*.test.ts', ...inNode.map((room) => `tests/${room}/**/*.test.{ts,tsx}`)],
        },
      },
      {
        extends: true,
        test: {
          name: 'component',
          environment: 'happy-dom',
          include: inPage.map((room) => `tests/${room}/**/*.test.{ts,tsx}`),
        },
      },
    ],
  },
});
