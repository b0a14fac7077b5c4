import { api } from './implementer.ts';

export const consoles = api.consoles.router({
  list: api.consoles.list.handler(({ context, input }) =>
    context.services.consoleDrafts.list(input.instance),
  ),
  create: api.consoles.create.handler(({ context, input }) =>
    context.services.consoleDrafts.create(input.instance),
  ),
  saveDraft: api.consoles.saveDraft.handler(({ context, input: { id, ...draft } }) =>
    context.services.consoleDrafts.save(id, draft),
  ),
  close: api.consoles.close.handler(({ context, input }) => context.services.consoles.close(input.id)),
  watch: api.consoles.watch.handler(({ context, input, signal = AbortSignal.abort() }) =>
    context.services.consoles.watch(input.id, signal),
  ),
  useDatabase: api.consoles.useDatabase.handler(({ context, input }) =>
    context.services.consoles.useDatabase(input.id, input.database),
  ),
  connect: api.consoles.connect.handler(({ context, input }) => context.services.consoles.connect(input.id)),
  run: api.consoles.run.handler(({ context, input }) => context.services.consoles.run(input)),
  runWhole: api.consoles.runWhole.handler(({ context, input }) =>
    context.services.consoles.runWhole(input.id, input.resultId),
  ),
  cancel: api.consoles.cancel.handler(({ context, input }) => context.services.consoles.cancel(input.id)),
  endTransaction: api.consoles.endTransaction.handler(({ context, input }) =>
    context.services.consoles.endTransaction(input.id, input.how),
  ),
  explain: api.consoles.explain.handler(({ context, input }) => context.services.consoles.explain(input)),
  startFile: api.consoles.startFile.handler(async ({ context, input }) => ({
    fileId: await context.services.consoles.startFile(input),
  })),
  fileChunk: api.consoles.fileChunk.handler(async ({ context, input: { fileId, chunk, last } }) => ({
    wanted: await context.services.consoles.fileChunk(fileId, Buffer.from(await chunk.arrayBuffer()), last),
  })),
  preferences: api.consoles.preferences.handler(({ context, input }) =>
    context.services.consolePreferences.get(input.instance),
  ),
  setPreferences: api.consoles.setPreferences.handler(({ context, input }) =>
    context.services.consolePreferences.set(input.instance, input.patch),
  ),
});
