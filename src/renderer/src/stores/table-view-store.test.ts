import { beforeEach, describe, expect, it } from 'vitest';
import type { RowFilter } from '../../../shared/contract/table-rows.ts';
import { databaseViewOf, noFilter, tableViewOf, useTableViewStore } from './table-view-store.ts';

const place = { instance: 'shop-db', database: null };
const orders = { schema: 'public', name: 'orders' };
const customers = { schema: 'public', name: 'customers' };
const byId = (id: string): RowFilter => ({
  match: 'all',
  conditions: [{ column: 'id', operator: 'equals', values: [id] }],
  where: '',
});
const store = () => useTableViewStore.getState();
const opened = () => databaseViewOf(store(), place);

describe('the views of tables', () => {
  beforeEach(() => useTableViewStore.setState({ byPlace: {}, databases: {} }));

  it('are kept apart by database', () => {
    store().open(place, orders);
    store().change(place, orders, { order: [{ column: 'total', descending: true }] });
    const other = { ...place, database: 'elsewhere' };
    expect(databaseViewOf(store(), other).open).toBeNull();
    expect(tableViewOf(store(), other, orders).order).toEqual([]);
    expect(tableViewOf(store(), place, orders).order).toHaveLength(1);
  });

  it('are found after a jump as they were left, also when it led to the same table', () => {
    store().open(place, orders);
    store().change(place, orders, { filter: byId('1'), selection: null });
    const before = tableViewOf(store(), place, orders);
    store().jump(place, customers, byId('7'));
    store().jump(place, orders, byId('2'));
    expect(tableViewOf(store(), place, orders).filter).toEqual(byId('2'));
    expect(opened().trail.map(({ relation }) => relation.name)).toEqual(['orders', 'customers']);

    store().back(place);
    expect(opened().open).toEqual(customers);
    expect(tableViewOf(store(), place, customers).filter).toEqual(byId('7'));
    store().back(place);
    expect(opened()).toMatchObject({ open: orders, trail: [], arriving: true });
    expect(tableViewOf(store(), place, orders)).toEqual(before);
    store().back(place);
    expect(opened().open).toEqual(orders);
  });

  it('have no way back once another table was chosen', () => {
    store().open(place, orders);
    store().jump(place, customers, noFilter);
    store().open(place, orders);
    expect(opened()).toMatchObject({ trail: [], arriving: false });
  });

  it('remember the database of each instance', () => {
    store().chooseDatabase('shop-db', 'elsewhere');
    store().chooseDatabase('other-db', 'x');
    store().chooseDatabase('shop-db', null);
    expect(store().databases).toEqual({ 'other-db': 'x' });
  });
});
