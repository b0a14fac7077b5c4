import type { ValueProblem } from './value-problem.ts';

/** They stand for a moment without a digit. */
const words = /\b(?:now|today|tomorrow|yesterday|epoch|infinity|allballs|zulu)\b/i;
/** Every setting of DateStyle reads four digits before a hyphen as the year. */
const isoDate = /^\s*\d{4}-(?<month>\d{2})-(?<day>\d{2})(?:$|[T\s](?<rest>.*)$)/is;
const clock = /^\s*(?<hour>\d{2}):(?<minute>\d{2})(?::(?<second>\d{2}))?(?!\d)/;
const mostDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * The server reads dates in many forms, by its settings: only what none of them takes is refused here. February has 29
 * days, as which years are leap years depends on era and reckoning.
 */
export function checkTemporal(value: string, kind: 'date' | 'time' | 'timestamp'): ValueProblem | null {
  const refused: ValueProblem = { problem: kind === 'time' ? 'not-time' : 'not-date' };
  if (!/\d/.test(value) && !words.test(value)) return refused;
  if (kind === 'time') return isNoTime(value) ? refused : null;
  const { month, day, rest = '' } = isoDate.exec(value)?.groups ?? {};
  if (month === undefined) return null;
  const most = mostDays[Number(month) - 1] ?? 0;
  return Number(day) < 1 || Number(day) > most || isNoTime(rest) ? refused : null;
}

function isNoTime(text: string): boolean {
  const { hour, minute, second } = clock.exec(text)?.groups ?? {};
  return Number(hour ?? 0) > 24 || Number(minute ?? 0) > 59 || Number(second ?? 0) > 60;
}
