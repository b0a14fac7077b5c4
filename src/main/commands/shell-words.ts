import { quote } from 'shell-quote';

/** A word of a command: plain text, or text that the shell is meant to expand (already quoted). */
export type ShellWord = string | { quoted: string };

const plain = /^[\w@%+:,./-][\w@%+=:,./-]*$/;

/** One word, quoted for a POSIX shell; words that need no quotes stay readable. */
export function quoteWord(word: ShellWord): string {
  if (typeof word !== 'string') return word.quoted;
  return plain.test(word) ? word : quote([word]);
}

/** A command that can be pasted into a shell. */
export function shellCommand(words: readonly ShellWord[]): string {
  return words.map(quoteWord).join(' ');
}

/** `PREFIX"$PGPASSWORD"`: what stands wherever a password would. */
export function passwordWord(prefix: string): ShellWord {
  return { quoted: `${quoteWord(prefix)}"$PGPASSWORD"` };
}
