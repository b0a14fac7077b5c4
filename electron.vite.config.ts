import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const root = import.meta.dirname;

export default defineConfig({
  main: {
    build: {
      target: 'node20',
      sourcemap: true,
      rolldownOptions: {
        input: { index: resolve(root, 'src/main/index.ts'), serve: resolve(root, 'src/main/serve.ts') },
      },
    },
  },
  preload: {
    build: {
      rolldownOptions: {
        input: { index: resolve(root, 'src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'src/renderer'),
    base: './',
    plugins: [react()],
    build: {
      target: 'chrome120',
      minify: true,
      // A part of the window that is fetched again must not come back unstyled.
      cssCodeSplit: false,
      rolldownOptions: { input: resolve(root, 'src/renderer/index.html') },
    },
  },
});
