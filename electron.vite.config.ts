import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const root = import.meta.dirname;

/** Of dockerode: ssh engines (refused, docker-modem takes any host key) and BuildKit. */
const leftOut = ['ssh2', '@grpc/grpc-js', '@grpc/proto-loader', 'protobufjs'];

export default defineConfig({
  main: {
    resolve: {
      alias: Object.fromEntries(leftOut.map((name) => [name, resolve(root, 'src/main/docker/left-out.ts')])),
    },
    build: {
      target: 'node20',
      sourcemap: true,
      // One file loads in half the time of hundreds.
      externalizeDeps: false,
      chunkSizeWarningLimit: 2000,
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
      // The console, which comes when its tab is opened. What every start loads is measured by the bench.
      chunkSizeWarningLimit: 600,
      // A part of the window that is fetched again must not come back unstyled.
      cssCodeSplit: false,
      rolldownOptions: { input: resolve(root, 'src/renderer/index.html') },
    },
  },
});
