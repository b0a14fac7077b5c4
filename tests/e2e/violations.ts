import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AppWindow } from './pages/app-window.ts';

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[];
}

/** Rules of WCAG 2 A and AA that a machine can check, contrast included. */
export async function violations(app: AppWindow): Promise<string[]> {
  await app.page.evaluate(axeSource);
  const result = await app.page.evaluate(
    () =>
      (window as unknown as { axe: { run: (...of: object[]) => Promise<unknown> } }).axe.run(
        // Never keep the focus: they hand it on, into an open menu or out of it.
        { exclude: [['[data-base-ui-focus-guard]']] },
        { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa'] },
      ) as Promise<AxeResult>,
  );
  return result.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html}\n${node.failureSummary}`).join('\n')}`,
  );
}
