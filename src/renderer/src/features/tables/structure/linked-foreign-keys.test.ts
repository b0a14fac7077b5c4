import { expect, it } from 'vitest';
import { linkedForeignKeys } from './linked-foreign-keys.ts';

const orders = { schema: 'shop', name: 'orders' };
const customers = { schema: 'public', name: 'customers' };
const key = {
  name: 'orders_customer_id_fkey',
  from: orders,
  fromColumns: ['customer_id'],
  to: customers,
  toColumns: ['id'],
  onDelete: 'cascade',
  onUpdate: 'no action',
} as const;
const given = { ...key, fromColumns: ['customer_id'], toColumns: ['id'] };
const definition = 'FOREIGN KEY (customer_id) REFERENCES customers(id) ON DELETE CASCADE';

it('names the other end of a foreign key, and the columns at this one', () => {
  const constraints = [{ name: key.name, definition, isValidated: true }];
  expect(linkedForeignKeys({ foreignKeys: [given] }, { constraints, referencedBy: [] }).out).toEqual([
    { name: key.name, other: customers, columns: ['customer_id'], definition, isValidated: true },
  ]);
  expect(
    linkedForeignKeys(
      { foreignKeys: [] },
      { constraints: [], referencedBy: [{ ...given, definition: `${definition} NOT VALID` }] },
    ).in,
  ).toEqual([
    {
      name: key.name,
      other: orders,
      columns: ['id'],
      definition: `${definition} NOT VALID`,
      isValidated: false,
    },
  ]);
});
