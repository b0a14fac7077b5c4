/** What a server, initdb, psql or an image's entrypoint says when Postgres does not start; the first that fits weighs most. */
const causes: readonly RegExp[] = [
  // The image refuses to start (first: the one that the bootstrap builds).
  /^local-image: error: |superuser password is (?:not specified|given)|Set POSTGRES_PASSWORD|You must specify POSTGRES_PASSWORD|POSTGRES_PASSWORD (?:is not|is required|must|environment variable)|POSTGRESQL_PASSWORD environment variable is empty|both \S+ and \S+ are set \(but are exclusive\)|these Docker images are configured to store database data|there appears to be PostgreSQL data in/i,
  // An init script of the first start, run by psql or by a shell.
  /psql:\S+:\d+: \S+:\s/,
  /^psql: (?:error|Fehler|erreur|erro|错误)/i,
  /\/docker-entrypoint-initdb\.d\/\S+: (?:line \d+: |.*(?:not found|permission denied|cannot|bad interpreter|syntax error|unexpected))/i,
  // The program that makes the cluster.
  /initdb: (?:error|fatal|Fehler|Fatal|erreur|erro|errore|ошибка|エラー|错误|오류)\b/i,
  /database files are incompatible with server|The data directory was initialized by PostgreSQL version/i,
  /no space left on device|read-only file system|cannot allocate memory|could not map anonymous shared memory/i,
  // "SEVERITY:  text": the severity is translated, its shape is not (src/backend/po).
  /(?:^|[\s\]|>])(?:FATAL|PANIC|PANIK|SCHWERWIEGEND|FATALE|PANICO|PÂNICO|PÁNICO|PANIQUE|FATALNY|PANIKA|ВАЖНО|ПАНИКА|致命的エラー|パニック|致命错误|比致命错误还过分的错误|치명적오류|손상):\s/,
  /could not (?:create|write|extend|open|access|bind)\b|could not change permissions|permission denied|operation not permitted|Device or resource busy/i,
  // The container's first program did not come up at all.
  /^[\w./-]+: error: |(?:entrypoint\S*|\/bin\/(?:ba)?sh): (?:line \d+: )?.*(?:not found|denied|cannot|error)|exec format error|^exec \S+: /i,
];

/** A client that was turned away, and the words of an ordinary stop: neither keeps a server from starting. */
const clientTrouble =
  /authentication failed|no pg_hba\.conf entry|(?:database|role) "[^"]*" does not exist|the database system is (?:starting up|shutting down|not yet accepting connections|in recovery mode)|terminating |sorry, too many clients|remaining connection slots|unsupported frontend protocol|connection to client lost|canceling |cannot connect now|invalid startup packet|no PostgreSQL user name specified/i;

/** A statement that failed is its client's matter. */
const statementError = /(?:^|[\s\]|>])(?:ERROR|FEHLER|ERREUR|ERRO|ERRORE|ОШИБКА|エラー|错误|오류):\s/;

/** Lines of a server that goes on, and those that only explain the one before. */
const asideSeverity =
  /(?:^|[\s\]|>])(?:LOG|WARNING|NOTICE|INFO|DEBUG\d?|DETAIL|HINT|CONTEXT|STATEMENT|QUERY|LOCATION):\s/;

/** Whether a line is about a client, not about the server. */
export function isClientTrouble(line: string): boolean {
  return clientTrouble.test(line);
}

/**
 * What a server says of its configuration before it gives up with a word that only names the file: a parameter, a line of
 * pg_hba.conf, an address it cannot take. It says the same of a reload that it survives.
 */
const configurationTrouble =
  /unrecognized configuration parameter|invalid value for parameter|parameter "[^"]+" (?:requires|cannot be)|syntax error in file|could not open configuration file|could not bind \S+ address|could not translate host name|line \d+ of configuration file/i;

/** Whether a line of a server that then gave up says what is wrong with its configuration. */
export function isConfigurationTrouble(line: string): boolean {
  return configurationTrouble.test(line);
}

/** How decisive a line is (0 most), or null for a line that explains nothing. */
export function explainsFailure(line: string): number | null {
  if (isClientTrouble(line) || asideSeverity.test(line)) return null;
  const weight = causes.findIndex((cause) => cause.test(line));
  if (weight === -1) return null;
  return statementError.test(line) && !/psql:/.test(line) ? null : weight;
}
