import { readCell } from '../results/read-cell.ts';
import { readPage } from '../results/read-page.ts';
import { api } from './implementer.ts';

export const results = {
  page: api.results.page.handler(({ context, input }) =>
    readPage(context.services.results.get(input.resultId), input),
  ),
  cell: api.results.cell.handler(({ context, input }) =>
    readCell(context.services.results.get(input.resultId), input, input.offset),
  ),
};
