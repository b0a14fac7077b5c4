/** The formatter, fetched when it is first used. */
export async function loadFormatter(): Promise<(statement: string) => string> {
  const { formatDialect, postgresql } = await import('sql-formatter');
  return (statement) =>
    formatDialect(statement, {
      dialect: postgresql,
      tabWidth: 2,
      linesBetweenQueries: 1,
      paramTypes: { numbered: ['$'], named: [':'], quoted: [':'] },
    });
}
