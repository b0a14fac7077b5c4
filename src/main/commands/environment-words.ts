import { passwordWord, type ShellWord } from './shell-words.ts';

const passwordNames = new Set(['POSTGRES_PASSWORD', 'PGPASSWORD']);
const secretName = /pass(word|wd|phrase)?$|secret|token|credential|private_?key|api_?key|access_?key/i;
const secretValue = /:\/\/[^/\s:@]*:[^@\s]+@|password\s*=/i;

/**
 * `-e` for each variable. Passwords of Postgres become `"$PGPASSWORD"`; other variables that look like secrets are
 * named without their value, which Docker then takes from the shell's environment.
 */
export function environmentWords(env: readonly string[], reveal: boolean): ShellWord[] {
  return env.flatMap((entry) => ['-e', environmentWord(entry, reveal)]);
}

function environmentWord(entry: string, reveal: boolean): ShellWord {
  const at = entry.indexOf('=');
  if (reveal || at < 0) return entry;
  const name = entry.slice(0, at);
  const value = entry.slice(at + 1);
  if (value === '' || name.endsWith('_FILE')) return entry;
  if (passwordNames.has(name)) return passwordWord(`${name}=`);
  return secretName.test(name) || secretValue.test(value) ? name : entry;
}
