import type { DdlTrigger, RawDdl } from './raw-ddl.ts';

const states: Readonly<Record<string, string>> = { D: 'DISABLE', R: 'ENABLE REPLICA', A: 'ENABLE ALWAYS' };

/** Triggers and rules, as enabled as they are. */
export function triggersDdl(raw: RawDdl): string[] {
  const alter = (word: 'TRIGGER' | 'RULE', { sqlName, definition, enabled }: DdlTrigger) => {
    const state = states[enabled];
    return state === undefined
      ? [definition]
      : [definition, `ALTER TABLE ${raw.sqlName} ${state} ${word} ${sqlName}`];
  };
  return [
    ...raw.triggers.flatMap((trigger) => alter('TRIGGER', trigger)),
    ...raw.rules.flatMap((rule) => alter('RULE', rule)),
  ];
}
