import { expect, test } from 'vitest';
import { contentDisposition } from './content-disposition.ts';

test.each([
  ['customers.csv', 'attachment; filename="customers.csv"'],
  ['a b.csv', 'attachment; filename="a b.csv"'],
  ['50%.csv', `attachment; filename="50_.csv"; filename*=UTF-8''50%25.csv`],
  [
    `l'été (1)*!.csv`,
    `attachment; filename="l'_t_ (1)*!.csv"; filename*=UTF-8''l%27%C3%A9t%C3%A9%20%281%29%2A%21.csv`,
  ],
  [
    '"a"\\b\r\nX: y.csv',
    `attachment; filename="_a__b__X: y.csv"; filename*=UTF-8''%22a%22%5Cb%0D%0AX%3A%20y.csv`,
  ],
  ['\ud800', `attachment; filename="_"; filename*=UTF-8''%EF%BF%BD`],
])('%j', (name, header) => {
  expect(contentDisposition(name)).toBe(header);
});
