import { expect, test } from 'vitest';
import { suggestMapping } from './suggest-mapping.ts';

const column = (name: string, canInsert = true) => ({ name, canInsert });
const columns = [
  column('id'),
  column('full_name'),
  column('total', false),
  column('Full Name'),
  column('email'),
];

test.each<[string, string[] | number, (string | null)[]]>([
  ['exact names', ['email', 'id'], ['email', 'id']],
  ['names that are spelled otherwise', ['E-Mail', 'ID', 'FULLNAME'], ['email', 'id', 'full_name']],
  ['an exact name before a similar one', ['full name', 'Full Name'], ['full_name', 'Full Name']],
  ['a name that stands twice', ['id', 'id'], ['id', null]],
  ['names of no column', ['x', '', 'total'], [null, null, null]],
  ['no header: by position, past what takes no values', 5, ['id', 'full_name', 'Full Name', 'email', null]],
])('%s', (_, header, expected) => {
  expect(suggestMapping(header, columns)).toEqual(expected);
});
