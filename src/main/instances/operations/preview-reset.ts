import type { ResetPreview } from '../../../shared/contract/instances.ts';
import { labels } from '../../docker/labels.ts';
import { AppFailure } from '../../lib/app-failure.ts';
import { countRows, type DatabaseRowCount } from '../../postgres/count-rows.ts';
import { carriedScripts } from './carried-scripts.ts';
import { initScriptFolder } from './init-script-archive.ts';
import type { PlanDeps } from './instance-operation-deps.ts';
import { asideName } from './plan-replace.ts';
import { type InstanceSubject, readInstanceSubject } from './read-instance-subject.ts';
import { planReset } from './start-reset.ts';

const countLimitMs = 2000;
/** Stands for the id that the operation will have, in commands that are shown before it exists. */
const previewId = '000000000000';

/**
 * What a reset would do and what it would put aside. Rows are exact as far as they can be counted in 2 s.
 * @param volumeSizes bytes by volume name, as far as known
 * @throws AppFailure `not-found`, `unavailable`, `engine-unreachable`
 */
export async function previewReset(
  deps: PlanDeps,
  idOrName: string,
  volumeSizes: () => Promise<Record<string, number>>,
): Promise<ResetPreview> {
  const subject = await readInstanceSubject(deps, idOrName);
  const { plan, volumes } = await planReset(deps, previewId, subject, true);
  const [databases, sizes, scripts, credentials] = await Promise.all([
    countDatabases(deps, subject),
    volumeSizes(),
    scriptNames(deps, subject),
    deps.access.credentialsOf(subject.inspect),
  ]);
  return {
    steps: plan.steps.map(({ name, command }) => ({ name, command: withoutId(subject.name, command) })),
    databases,
    sizeBytes: sizes[volumes[0]] ?? null,
    volume: volumes[0],
    freshVolume: volumes[1],
    after: { user: credentials.user, database: credentials.database, initScripts: scripts },
  };
}

/** The operation and with it its id do not exist yet: what is shown can be pasted as it is. */
function withoutId(name: string, command: string | null): string | null {
  if (command === null) return null;
  return command
    .replaceAll(` --label ${labels.operation}=${previewId}`, '')
    .replaceAll(asideName(name, previewId), `${name}.before`);
}

async function countDatabases(
  { access }: PlanDeps,
  { inspect }: InstanceSubject,
): Promise<DatabaseRowCount[] | null> {
  try {
    const target = await access.targetOfInspected(inspect);
    return target === null ? null : await countRows(target, { limitMs: countLimitMs });
  } catch (error) {
    if (error instanceof AppFailure && error.appError.code !== 'engine-unreachable') return null;
    throw error;
  }
}

/** Scripts that will run again: those in the container's own layer and those that a mount brings. */
async function scriptNames({ engine }: PlanDeps, { inspect }: InstanceSubject): Promise<string[]> {
  const carried = await carriedScripts(engine.client(), inspect);
  const mounted = inspect.Mounts.map(({ Destination }) => Destination);
  return [...carried, ...mounted]
    .filter((path) => path.startsWith(initScriptFolder))
    .map((path) => path.slice(initScriptFolder.length + 1) || `${initScriptFolder}/*`);
}
