/** Postgres image that the tests run; `npm test` makes sure that it is on the engine. */
export const testImage = process.env.HOWDAH_TEST_IMAGE ?? 'postgres:16';
