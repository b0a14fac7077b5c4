import { runSteps, summaryTable } from './checks/run-steps.mjs';
import { parseTestArguments } from './checks/steps.mjs';
import { requireNode } from './lib/require-node.mjs';
import { say } from './lib/say.mjs';
import { withoutDyingEarly } from './lib/without-dying-early.mjs';
import { setUpForTests } from './setup/for-tests.mjs';

async function runChecks(interruptCode) {
  requireNode();
  const startedAt = Date.now();
  const { setup, steps } = parseTestArguments(process.argv.slice(2));
  const { env, stop } = await setUpForTests({
    setup,
    needsEngine: steps.some((step) => step.needsEngine),
    needsBrowser: steps.some((step) => step.needsBrowser),
    // With --only there may be no step that builds.
    needsBuild: steps.some((step) => step.needsEngine) && !steps.some((step) => step.name === 'build'),
  });
  try {
    const setupSeconds = (Date.now() - startedAt) / 1000;
    const results = await runSteps(steps, env, () => interruptCode() !== undefined);
    say(`\nSummary (setup took ${setupSeconds.toFixed(1)} s)\n${summaryTable(results)}`);
    return interruptCode() ?? (results.every((result) => result.outcome === 'passed') ? 0 : 1);
  } finally {
    await stop();
  }
}

try {
  process.exitCode = await withoutDyingEarly(runChecks);
} catch (error) {
  process.stderr.write(`the checks did not run: ${error.message}\n`);
  process.exitCode = 1;
}
