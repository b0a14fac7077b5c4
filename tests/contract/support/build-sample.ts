import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';

export interface SampleBuild {
  /** `node main [renderer] [options]` runs the browser host around the sample contract. */
  main: string;
  renderer: string;
  root: string;
}

const here = import.meta.dirname;

/** Builds the sample app as the real one is built: main as one module, the window as static files. */
export async function buildSample(): Promise<SampleBuild> {
  const root = await mkdtemp(join(tmpdir(), 'howdah-sample-'));
  const shared = { configFile: false, logLevel: 'error', root } as const;
  await build({
    ...shared,
    ssr: { noExternal: true },
    build: {
      ssr: resolve(here, 'sample-serve.ts'),
      outDir: join(root, 'main'),
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'serve.mjs' } },
    },
  });
  await mkdir(join(root, 'page'));
  const script = '<script type="module" src="/sample-page.ts"></script>';
  await writeFile(
    join(root, 'page', 'index.html'),
    `<!doctype html><meta name="csp-nonce" content="__CSP_NONCE__"><title>Howdah</title>${script}`,
  );
  await cp(join(here, 'sample-page.ts'), join(root, 'page', 'sample-page.ts'));
  await build({
    ...shared,
    root: join(root, 'page'),
    base: './',
    resolve: { alias: { '../../../src': resolve(here, '../../../src') } },
    build: { outDir: join(root, 'renderer'), target: 'chrome120', modulePreload: false },
  });
  return { main: join(root, 'main', 'serve.mjs'), renderer: join(root, 'renderer'), root };
}
