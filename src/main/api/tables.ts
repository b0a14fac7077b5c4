import { api } from './implementer.ts';

export const tables = api.tables.router({
  list: api.tables.list.handler(({ context, input, signal }) =>
    context.services.tableCatalog.list(input, signal),
  ),
  describe: api.tables.describe.handler(({ context, input, signal }) =>
    context.services.tableCatalog.describe(input, signal),
  ),
  structure: api.tables.structure.handler(({ context, input, signal }) =>
    context.services.tableCatalog.structure(input, signal),
  ),
  rows: api.tables.rows.handler(({ context, input, signal }) =>
    context.services.tableRows.page(input, signal),
  ),
  count: api.tables.count.handler(({ context, input, signal }) =>
    context.services.tableRows.count(input, signal),
  ),
  estimate: api.tables.estimate.handler(({ context, input, signal }) =>
    context.services.tableRows.estimate(input, signal),
  ),
  cell: api.tables.cell.handler(({ context, input, signal }) =>
    context.services.tableRows.cell(input, signal),
  ),
  checkIdentity: api.tables.checkIdentity.handler(({ context, input, signal }) =>
    context.services.tableRows.checkIdentity(input, signal),
  ),
  save: api.tables.save.handler(({ context, input, signal }) =>
    context.services.runningSaves.run(input.call, signal, (until) =>
      context.services.tableSaves.save(input, until),
    ),
  ),
  undoSave: api.tables.undoSave.handler(({ context, input, signal }) =>
    context.services.runningSaves.run(input.call, signal, (until) =>
      context.services.tableSaves.undoSave(input, until),
    ),
  ),
  cancelSave: api.tables.cancelSave.handler(({ context, input }) =>
    context.services.runningSaves.cancel(input.call),
  ),
  createCustomers: api.tables.createCustomers.handler(({ context, input, signal }) =>
    context.services.tableCatalog.createCustomers(input, signal),
  ),
  startImport: api.tables.startImport.handler(({ context, input }) =>
    context.services.tableImports.start(input),
  ),
  importChunk: api.tables.importChunk.handler(async ({ context, input: { importId, chunk, last } }) =>
    context.services.tableImports.chunk(importId, Buffer.from(await chunk.arrayBuffer()), last),
  ),
  watchImport: api.tables.watchImport.handler(({ context, input, signal = AbortSignal.abort() }) =>
    context.services.tableImports.watch(input.importId, signal),
  ),
  cancelImport: api.tables.cancelImport.handler(({ context, input }) =>
    context.services.tableImports.cancel(input.importId),
  ),
  exportQuery: api.tables.exportQuery.handler(({ context, input, signal }) =>
    context.services.tableExports.query(input, signal),
  ),
  export: api.tables.export.handler(({ context, input, signal }) =>
    context.services.tableExports.save(input, signal),
  ),
});
