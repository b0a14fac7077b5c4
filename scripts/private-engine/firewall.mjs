import { run } from '../lib/run.mjs';

/** Where a system's engine has set the policy to drop, bridged traffic of another engine's networks needs a word. */
const rule = (subnet) => ['FORWARD', '-s', subnet, '-d', subnet, '-j', 'ACCEPT'];

/** Lets containers of the private engine reach each other. Where nobody can set rules, none are in the way. */
export async function openFirewall(subnet) {
  if (!(await hasFirewall())) return;
  await run('iptables', ['-w', '-I', ...rule(subnet)]);
}

/** Takes the rule away; that it is not there is no error. */
export async function closeFirewall(subnet) {
  await run('iptables', ['-w', '-C', ...rule(subnet)]).then(
    () => run('iptables', ['-w', '-D', ...rule(subnet)]),
    () => undefined,
  );
}

async function hasFirewall() {
  return await run('iptables', ['-w', '-S', 'FORWARD']).then(
    () => true,
    () => false,
  );
}
