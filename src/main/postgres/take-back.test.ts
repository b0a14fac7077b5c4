import { expect, test } from 'vitest';
import { ServerFailure } from './server-failure.ts';
import { takeBack } from './take-back.ts';

const none = { detail: null, hint: null, position: null, internalQuery: null, internalPosition: null };
const nowhere = { where: null, schema: null, table: null, column: null, constraint: null };
const failure = (sqlState: string) =>
  new ServerFailure({ ...none, ...nowhere, sqlState, severity: 'ERROR', message: 'failed' });

/** A session that answers these in turn, and then nothing but success. */
function sessionWith(...answers: (ServerFailure | null)[]) {
  const said: string[] = [];
  const query = async (text: string) => {
    said.push(text);
    const answer = answers.shift() ?? null;
    if (answer !== null) throw answer;
    return { columns: [], rows: [] };
  };
  return { said, query };
}

const savepoint = ['ROLLBACK TO SAVEPOINT s', 'RELEASE SAVEPOINT s'];

test('says all of it once', async () => {
  const session = sessionWith();
  await takeBack(session, savepoint);
  expect(session.said).toEqual(savepoint);
});

test('begins again when a cancel request reached one of the statements', async () => {
  const session = sessionWith(null, failure('57014'), failure('57014'));
  await takeBack(session, savepoint);
  expect(session.said).toEqual([...savepoint, savepoint[0], ...savepoint]);
});

test('gives up on other errors, and when it is always hit', async () => {
  const other = sessionWith(failure('3B001'));
  await expect(takeBack(other, savepoint)).rejects.toThrow('failed');
  expect(other.said).toEqual([savepoint[0]]);
  const hit = sessionWith(...Array.from({ length: 10 }, () => failure('57014')));
  await expect(takeBack(hit, ['ROLLBACK'])).rejects.toThrow('failed');
  expect(hit.said).toHaveLength(4);
});
