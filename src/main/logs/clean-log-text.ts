// CSI, OSC (ended by BEL or ST), DCS/SOS/PM/APC strings, and two-character escapes (ECMA-48).
const escapes =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  /(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|(?:\x1b\]|\x9d)[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?|(?:\x1b[PX^_]|[\x90\x98\x9e\x9f])[^\x1b\x9c]*(?:\x1b\\|\x9c)?|\x1b[ -/]*[0-~]?/g;
// C0 and C1 without tab. Bidirectional and other format characters stay: they are data, and the window shows them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const controls = /[\x00-\x08\x0a-\x1f\x7f-\x9f]/g;

/** A line without terminal colours and control characters, tab excepted. */
export function cleanLogText(text: string): string {
  return text.replace(escapes, '').replace(controls, '');
}
