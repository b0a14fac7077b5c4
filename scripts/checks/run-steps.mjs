import { npmCommand } from '../lib/npm.mjs';
import { REPOSITORY_FOLDER } from '../lib/repository-folder.mjs';
import { runInFront } from '../lib/run-in-front.mjs';
import { say } from '../lib/say.mjs';
import { fingerprint, stampBuild } from '../setup/app-build.mjs';

/**
 * Runs the steps up to the first that fails. Resolves with one `{ name, title, outcome, seconds }` for each step;
 * `outcome` is 'passed', 'failed (…)' or 'not run'.
 */
export async function runSteps(steps, env, isInterrupted) {
  const results = [];
  let stopped = false;
  for (const step of steps) {
    if (stopped || isInterrupted()) {
      results.push({ ...step, outcome: 'not run', seconds: 0 });
      continue;
    }
    const result = await runStep(step, env);
    results.push(result);
    stopped = result.outcome !== 'passed';
  }
  return results;
}

async function runStep(step, env) {
  say(`\n=== ${step.title} (npm run ${step.script})`);
  const startedAt = Date.now();
  const print = fingerprint(REPOSITORY_FOLDER);
  const [command, ...args] = npmCommand('run', '--silent', step.script);
  const code = await runInFront(command, args, { cwd: REPOSITORY_FOLDER, env });
  if (step.name === 'build' && code === 0) stampBuild(print);
  const seconds = (Date.now() - startedAt) / 1000;
  say(
    `=== ${step.title}: ${code === 0 ? 'passed' : `failed with exit code ${code}`} in ${seconds.toFixed(1)} s`,
  );
  return { ...step, outcome: code === 0 ? 'passed' : `failed (exit code ${code})`, seconds };
}

/** One line per step, for the end. */
export function summaryTable(results) {
  const width = Math.max(...results.map((result) => result.title.length));
  return results
    .map(({ title, outcome, seconds }) => {
      const time = outcome === 'not run' ? '' : `${seconds.toFixed(1)} s`;
      return `  ${title.padEnd(width)}  ${time.padStart(8)}  ${outcome}`;
    })
    .join('\n');
}
