import { listRestorePoints } from '../restore-points/list-restore-points.ts';
import { startEmpty } from '../restore-points/start-empty.ts';
import { api } from './implementer.ts';

export const restorePoints = api.restorePoints.router({
  list: api.restorePoints.list.handler(({ context, input }) =>
    listRestorePoints(context.services.restorePointDeps, input),
  ),
  empty: api.restorePoints.empty.handler(async ({ context, input }) => ({
    operationId: await startEmpty(context.services.restorePointDeps, input.ids),
  })),
});
