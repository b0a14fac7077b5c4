/**
 * How the characters of a script relate to what the server gets and people see. The draft is text; a file is scanned
 * as its bytes, one character per byte, so that it goes to the server unchanged whatever its encoding.
 */
export interface ScriptCodec {
  /** To the server. */
  encode(script: string): string | Uint8Array;
  /** For people. */
  decode(script: string): string;
  /** A value that was typed or kept as text, to be put into the script. */
  insert(value: string): string;
  /** Index in the script of the character (code point, from 1) that the server counted in it. */
  indexOf(script: string, position: number): number;
}

export const textCodec: ScriptCodec = {
  encode: (script) => script,
  decode: (script) => script,
  insert: (value) => value,
  indexOf(script, position) {
    let index = 0;
    for (let left = position - 1; left > 0 && index < script.length; left -= 1) {
      index += (script.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
    }
    return index;
  },
};
