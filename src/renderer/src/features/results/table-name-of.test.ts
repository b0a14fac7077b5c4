import { expect, it } from 'vitest';
import { tableNameOf } from './table-name-of.ts';

it.each([
  ['select * from customers', 'customers'],
  ['SELECT * FROM public."Order items" WHERE 1=1', 'Order items'],
  ['select 1', null],
  ['select * from generate_series(1, 9) n', null],
  ['select * from a join b using (id)', null],
  ['update customers set x = 1 returning *', 'customers'],
  ['table customers', 'customers'],
])('%s reads %s', (statement, name) => {
  expect(tableNameOf(statement)).toBe(name);
});
