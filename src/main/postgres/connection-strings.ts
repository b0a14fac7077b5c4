import { quote } from 'shell-quote';
import { dotenvLine } from './dotenv-line.ts';

export interface ConnectionFacts {
  host: string;
  port: number;
  database: string;
  user: string;
  /** Null: none is known or asked for; the texts then have none. */
  password: string | null;
}

export interface ConnectionStrings {
  /** For libpq and drivers, every part percent-encoded. */
  uri: string;
  /** A command for a POSIX shell. */
  psql: string;
  /** Lines of a `.env` file. */
  env: string;
}

/** Passes through every kind of quoting unchanged, which the mask would not. */
const placeholder = '__HIDDEN_PASSWORD__';
const mask = '********';

/** The same server in the three formats of the connection card, with the password in them. */
export function connectionStrings(facts: ConnectionFacts): ConnectionStrings {
  const uri = connectionUri(facts);
  return { uri, psql: psqlCommand(facts), env: dotenvText(facts, uri) };
}

/** The same for display: eight asterisks in place of the password. */
export function maskedConnectionStrings(facts: ConnectionFacts): ConnectionStrings {
  const texts = connectionStrings({ ...facts, password: facts.password === null ? null : placeholder });
  const hide = (text: string) => text.replace(placeholder, mask);
  return { uri: hide(texts.uri), psql: hide(texts.psql), env: texts.env.replaceAll(placeholder, mask) };
}

/** https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS */
function connectionUri({ host, port, database, user, password }: ConnectionFacts): string {
  const secret = password === null ? '' : `:${encode(password)}`;
  const address = host.includes(':') ? `[${host}]` : encode(host);
  return `postgresql://${encode(user)}${secret}@${address}:${port}/${encodePath(database)}`;
}

/** What `encodeURIComponent` leaves of the reserved characters is encoded too: a quote would end a shell's word. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** `pg` reads the database with decodeURI, which leaves these encoded; in a path they may stand as they are. */
function encodePath(text: string): string {
  return encode(text).replace(/%(40|3A|2B|2C|3D)/g, (encoded) => decodeURIComponent(encoded));
}

function psqlCommand({ host, port, database, user, password }: ConnectionFacts): string {
  const command = quote([
    'psql',
    '-h',
    host,
    '-p',
    String(port),
    '-U',
    user,
    '-d',
    databaseArgument(database),
  ]);
  return password === null ? command : `PGPASSWORD=${quote([password])} ${command}`;
}

/** psql takes a name with `=` or a scheme for a connection string; as one of its settings it is a name again. */
function databaseArgument(database: string): string {
  if (!database.includes('=') && !/^postgres(ql)?:\/\//.test(database)) return database;
  return `dbname='${database.replace(/[\\']/g, '\\$&')}'`;
}

function dotenvText(facts: ConnectionFacts, uri: string): string {
  const lines = [
    dotenvLine('DATABASE_URL', uri),
    dotenvLine('DB_HOST', facts.host),
    dotenvLine('DB_PORT', String(facts.port)),
    dotenvLine('DB_NAME', facts.database),
    dotenvLine('DB_USER', facts.user),
    ...(facts.password === null ? [] : [dotenvLine('DB_PASSWORD', facts.password)]),
  ];
  return `${lines.join('\n')}\n`;
}
