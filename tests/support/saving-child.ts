import { ConsoleDrafts } from '../../src/main/console-drafts/console-drafts.ts';
import { createSilentLogger } from '../../src/main/lib/logger.ts';

/** Entry of a process that saves ever new drafts of one console, and says which is saved, until it is killed. */
const [dataDir = '', instance = ''] = process.argv.slice(2);
const inUse = { id: 'engine', address: 'unix:///e.sock' };
const drafts = await ConsoleDrafts.open({
  ...{ dataDir, log: createSilentLogger(), onChange: () => undefined },
  engine: { inUse: () => inUse, info: () => inUse },
});
const { id } = await drafts.create(instance);
for (let n = 1; ; n += 1) {
  await drafts.save(id, { text: `${n} `.repeat(2_000_000), caret: n });
  process.stdout.write(`${n}\n`);
}
