import { runnerImport } from 'vite';

/** Runs one TypeScript module: `node run-typescript.mjs FILE [arguments for it]`. */
const [file] = process.argv.splice(2, 1);
await runnerImport(file);
