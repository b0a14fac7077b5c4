/** Postgres image that the tests run; `npm test` makes sure that it is on the engine. */
export const testImage = process.env.HOWDAH_TEST_IMAGE ?? 'postgres:16';

/** Majors that Howdah supports. `npm test` makes sure that the engine has an image of each. */
export const testMajors = ['15', '16', '17', '18'] as const;
export type TestMajor = (typeof testMajors)[number];

/** The image of one major, where that matters. */
export function testImageOf(major: TestMajor): string {
  return `postgres:${major}`;
}
