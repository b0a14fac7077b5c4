import { findInResult } from '../results/find-in-result.ts';
import { readCell } from '../results/read-cell.ts';
import { readPage } from '../results/read-page.ts';
import { api } from './implementer.ts';

export const results = api.results.router({
  page: api.results.page.handler(({ context, input }) =>
    readPage(context.services.results.get(input.resultId), input),
  ),
  cell: api.results.cell.handler(({ context, input }) =>
    readCell(context.services.results.get(input.resultId), input, input.offset),
  ),
  find: api.results.find.handler(({ context, input, signal }) =>
    findInResult(context.services.results.get(input.resultId), input, signal),
  ),
  export: api.results.export.handler(({ context, input, signal }) =>
    context.services.resultSaver.save(input, signal),
  ),
});
