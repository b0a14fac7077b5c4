/** Every check of `npm test`, in order; `script` is the one of package.json that runs it. */
export const STEPS = [
  { name: 'format', script: 'lint', title: 'Format, lint and import cycles' },
  { name: 'types', script: 'types', title: 'Types' },
  { name: 'build', script: 'build', title: 'Build of the app' },
  { name: 'unit', script: 'unit', title: 'Unit tests' },
  { name: 'contract', script: 'contract', title: 'Contract tests', needsEngine: true },
  { name: 'integration', script: 'integration', title: 'Integration tests', needsEngine: true },
  { name: 'e2e', script: 'e2e', title: 'End-to-end tests', needsEngine: true, needsBrowser: true },
];

/** The steps to run for the arguments of `npm test`. Throws an Error that names what it does not know. */
export function parseTestArguments(args) {
  const names = STEPS.map((step) => step.name);
  const wanted = new Set();
  let setup = true;
  for (const arg of args) {
    if (arg === '--no-setup') setup = false;
    else if (arg.startsWith('--only=')) for (const name of arg.slice(7).split(',')) wanted.add(name);
    else throw new Error(`unknown option ${arg}; there are --no-setup and --only=${names.join(',')}`);
  }
  const unknown = [...wanted].filter((name) => !names.includes(name));
  if (unknown.length > 0)
    throw new Error(`unknown check ${unknown.join(', ')}; there are ${names.join(', ')}`);
  return { setup, steps: wanted.size === 0 ? STEPS : STEPS.filter((step) => wanted.has(step.name)) };
}
