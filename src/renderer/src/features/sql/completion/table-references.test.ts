import { describe, expect, it } from 'vitest';
import { tableReferences } from './table-references.ts';

const read = (statement: string) =>
  tableReferences(statement).map(
    ({ schema, table, alias }) =>
      `${schema === null ? '' : `${schema}.`}${table}${alias === null ? '' : ` ${alias}`}`,
  );

describe('tableReferences', () => {
  it.each<[string, string[]]>([
    ['select c. from customers c where c.id = 1', ['customers c']],
    ['select from public.customers as c, "Order Items" o', ['public.customers c', 'Order Items o']],
    ['select * from a join b on a.id = b.id left join s.c x using (id)', ['a', 'b', 's.c x']],
    ['update customers set name = 1', ['customers']],
    ['insert into log (a) select * from (select * from inner_table) t', ['log', 'inner_table']],
    ['delete from only parent p using other where', ['parent p']],
    ["select 'from nowhere' -- from comment\n from /* from x */ here", ['here']],
    ['select $$ from body $$ from t', ['t']],
    ['select * from ', []],
    ['select * from Customers WHERE', ['customers']],
    ['select "a', []],
  ])('%s', (statement, references) => {
    expect(read(statement)).toEqual(references);
  });
});
