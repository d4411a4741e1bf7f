import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { counterpoint } from './src/build/vite-plugin.ts';

export default defineConfig({
  base: process.env['BASE_PATH'] ?? '/',
  appType: 'custom',
  plugins: [react(), counterpoint()],
  build: {
    target: 'es2023',
    // The sheet inside each page speaks of light-dark() as it stands; sheets that are loaded later have to as well.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    manifest: true,
    // Pages name their scripts themselves; modules are never inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: { input: { main: 'src/main.tsx' } },
  },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/browser/**'],
    restoreMocks: true,
    setupFiles: ['tests/setup.ts'],
    maxWorkers: 2,
    // Machines that build other things at the same time are slow; a test that hangs still ends.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
