import { run } from '../lib/run.mjs';

/** The version a packed server reports itself, such as `16.14`, read from the text inside its program. */
export async function serverVersion(tarFile, major) {
  const program = await run('tar', ['-xOf', tarFile, `usr/lib/postgresql/${major}/bin/postgres`], {
    encoding: 'latin1',
  });
  return (
    new RegExp(`postgres \\(PostgreSQL\\) (${major}(?:\\.\\d+|beta\\d+|rc\\d+))`).exec(program)?.[1] ??
    String(major)
  );
}
