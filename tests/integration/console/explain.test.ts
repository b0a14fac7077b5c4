import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ExplainOutcome } from '../../../src/shared/contract/consoles.ts';
import type { PlanNode } from '../../../src/shared/contract/plan.ts';
import { type ConsoleBench, openConsoleBench } from '../../support/console-bench.ts';
import type { WatchedConsole } from '../../support/watched-console.ts';

let bench: ConsoleBench;
let console: WatchedConsole;
beforeAll(async () => {
  bench = await openConsoleBench();
  console = await bench.open();
  await console.run(`
    create table customers (id int primary key, name text, city int);
    insert into customers select n, 'name ' || n, 1 from generate_series(1, 20000) n;
    create sequence given; create table log (n int default nextval('given'));
    create function touch() returns trigger language plpgsql as $$ begin return new; end $$;
    create trigger touch_row before update on customers for each row execute function touch();
    analyze`);
});
afterAll(async () => {
  await console?.dispose();
  await bench?.dispose();
});

const explain = (
  text: string,
  more: Partial<Parameters<ConsoleBench['call']['consoles']['explain']>[0]> = {},
) =>
  bench.call.consoles.explain({
    ...{ id: console.id, text, offset: 0, analyze: false, confirmed: false, values: {}, ...more },
  });

function planOf(outcome: ExplainOutcome) {
  if (outcome.outcome !== 'planned') throw new Error(`No plan: ${JSON.stringify(outcome)}`);
  return outcome.plan;
}

function nodesOf(node: PlanNode): PlanNode[] {
  return [node, ...node.children.flatMap(nodesOf)];
}

test('estimates do not run the statement, and come with the text psql shows', async () => {
  const plan = planOf(await explain('delete from customers where city = 2'));
  expect(plan).toMatchObject({ analyzed: false, rolledBack: false, executionMs: null });
  expect(plan.root).toMatchObject({ type: 'Delete', on: 'customers', actual: null });
  expect(plan.root.children[0]).toMatchObject({
    type: 'Seq Scan',
    marks: ['costliest'],
    details: [{ name: 'Filter', text: '(city = 2)' }],
  });
  expect(plan.raw).toBe(await bench.psql('explain delete from customers where city = 2'));
  expect(await bench.psql('select count(*) from customers')).toBe('20000');
});

test('ANALYZE tells rows, times and buffers of each node, and marks what to look at', async () => {
  const text = `select c.id, (select count(*) from customers d where d.id < c.id % 3) from customers c
    where name like '%7' and city * 2 = 2 order by name desc`;
  await console.run("set work_mem = '64kB'; set max_parallel_workers_per_gather = 0");
  const plan = planOf(await explain(text, { analyze: true }));
  const nodes = nodesOf(plan.root);
  const scan = nodes.find(({ on, type }) => type === 'Seq Scan' && on === 'customers c');
  expect(scan).toMatchObject({
    actual: { rows: 2000, loops: 1 },
    buffers: { sharedHit: expect.any(Number) },
  });
  expect(scan?.marks).toContain('rows-underestimated');
  expect(nodes.find(({ type }) => type === 'Sort')?.marks).toContain('spills');
  const subplan = nodes.find(({ traits }) => traits.some((trait) => /SubPlan/.test(trait)));
  expect(subplan?.actual).toMatchObject({ loops: 2000, rows: 2000 });
  expect(plan.executionMs).toBeGreaterThan(0);
  for (const { actual } of nodes) {
    expect(actual?.selfMs).toBeLessThanOrEqual(actual?.totalMs ?? -1);
    expect(actual?.totalMs).toBeLessThanOrEqual((plan.root.actual?.totalMs ?? 0) * 1.01 + 0.01);
  }
  await console.run('reset all');
});

test('parallel workers share the time of their loops', async () => {
  await console.run(`set max_parallel_workers_per_gather = 2; set parallel_setup_cost = 0;
    set parallel_tuple_cost = 0; set min_parallel_table_scan_size = 0`);
  const plan = planOf(await explain('select count(*) from customers', { analyze: true }));
  const scan = nodesOf(plan.root).find(({ type }) => type === 'Parallel Seq Scan');
  expect(scan?.actual?.rows).toBeGreaterThan(19_900);
  expect(scan?.actual?.rows).toBeLessThan(20_100);
  expect(scan?.actual?.totalMs).toBeLessThanOrEqual(plan.executionMs ?? 0);
  await console.run('reset all');
});

test('ANALYZE of a writing statement asks, runs, and is rolled back', async () => {
  const text = "update customers set name = 'x' where id < 11";
  const asked = await explain(text, { analyze: true });
  expect(asked).toMatchObject({
    question: { dangers: [{ kind: 'explain-analyze', object: 'UPDATE', text }] },
  });
  const plan = planOf(await explain(text, { analyze: true, confirmed: true }));
  expect(plan).toMatchObject({ rolledBack: true, root: { type: 'Update' } });
  expect(plan.triggers).toMatchObject([{ name: 'touch_row', calls: 10 }]);
  expect(await bench.psql("select count(*) from customers where name = 'x'")).toBe('0');
  expect(console.state?.transaction).toBe('idle');
  planOf(await explain('insert into log default values', { analyze: true, confirmed: true }));
  expect(await bench.psql('select count(*), (select last_value from given) from log')).toBe('0|1');
});

test('inside a transaction only what ANALYZE did is taken back', async () => {
  await console.run('begin; insert into log values (42)');
  planOf(await explain('delete from log', { analyze: true, confirmed: true }));
  expect(await console.value('select n from log')).toBe('42');
  const failed = await explain('update log set n = n / 0', { analyze: true, confirmed: true });
  expect(failed).toMatchObject({ outcome: 'failed', error: { sqlState: '22012' } });
  expect(console.state?.transaction).toBe('in-transaction');
  await console.run('commit');
  expect(await bench.psql('select n from log')).toBe('42');
});

test('an error stands at its place in the draft, after accents and emoji too', async () => {
  const text = "select 'é 🐘', nothing from customers";
  expect(await explain(text, { offset: 100 })).toMatchObject({
    outcome: 'failed',
    error: { sqlState: '42703', at: { offset: 100 + text.indexOf('nothing'), line: 1 } },
  });
});

test('parameters are asked for and used; what has no plan is told so', async () => {
  const text = 'select * from customers where id = :id';
  expect(await explain(text)).toMatchObject({
    outcome: 'asked',
    question: { parameters: ['id'], dangers: [] },
  });
  expect(planOf(await explain(text, { values: { id: '5' } })).root).toMatchObject({
    type: 'Index Scan',
    on: 'customers · customers_pkey',
  });
  await bench.psql('create table deaf (n int); create rule no as on insert to deaf do instead nothing');
  for (const other of ['drop table customers', '\\dt', ' -- nothing', 'insert into deaf values (1)']) {
    expect(await explain(other)).toEqual({ outcome: 'no-plan' });
  }
});
