import type { useTranslations } from 'use-intl';
import type { WindowError } from '../api/call-failure.ts';

type Translate = ReturnType<typeof useTranslations<'errors'>>;

export interface ErrorPresentation {
  /**
   * Where it belongs. `field`: at a field of the form it came from; `banner`: across the window, there already;
   * `inline`: where the data would stand; `toast`: nothing on screen is about it. A place that is not on screen
   * falls back to a toast.
   */
  place: 'field' | 'toast' | 'banner' | 'inline';
  text: string;
  /** The server's own words that decide. */
  lines: readonly string[];
  /** What to offer next. */
  action: 'show-logs' | 'retry' | 'show-activity' | null;
}

type Present<Code extends WindowError['code']> = (
  error: Extract<WindowError, { code: Code }>,
  t: Translate,
) => Pick<ErrorPresentation, 'place' | 'text'> & Partial<ErrorPresentation>;

/** The one table from what failed to how it is shown. */
const table: { [Code in WindowError['code']]: Present<Code> } = {
  'engine-unreachable': (_, t) => ({ place: 'banner', text: t('engineUnreachable'), action: 'retry' }),
  'engine-refused': ({ reason }, t) => ({ place: 'toast', text: t('engineRefused', { reason }) }),
  'not-found': ({ kind, name }, t) => ({
    place: 'inline',
    text: t('notFound', { kind: t(`kind.${kind}`), name }),
  }),
  'name-taken': ({ kind, name }, t) => ({
    place: 'field',
    text: t('nameTaken', { kind: t(`kind.${kind}`), name }),
  }),
  'invalid-fields': ({ issues }, t) => ({
    place: 'field',
    text: t('invalidFields', { count: issues.length }),
  }),
  'image-missing': ({ image }, t) => ({ place: 'field', text: t('imageMissing', { image }) }),
  'pull-failed': ({ image, reason }, t) => ({ place: 'toast', text: t('pullFailed', { image, reason }) }),
  'file-unusable': ({ path, problem, reason }, t) => ({
    place: 'inline',
    text: t(`fileUnusable.${problem}`, { path, reason: reason ?? '' }),
  }),
  'image-file-invalid': ({ reason }, t) => ({ place: 'inline', text: t('imageFileInvalid', { reason }) }),
  'port-taken': ({ port, holder, nextFree }, t) => ({
    place: 'field',
    text: [
      holder === null ? t('portTaken', { port: `${port}` }) : t('portTakenBy', { port: `${port}`, holder }),
      ...(nextFree === null ? [] : [t('portNextFree', { port: `${nextFree}` })]),
    ].join(' '),
  }),
  'start-failed': ({ exitCode, lines }, t) => ({
    place: 'toast',
    text: exitCode === null ? t('startFailed') : t('startFailedCode', { code: `${exitCode}` }),
    lines,
    action: 'show-logs',
  }),
  'not-ready': ({ waitedMs, lines }, t) => ({
    place: 'toast',
    text: t('notReady', { seconds: `${Math.round(waitedMs / 1_000)}` }),
    lines,
    action: 'show-logs',
  }),
  initialising: ({ name }, t) => ({ place: 'toast', text: t('initialising', { name }) }),
  'volume-in-use': ({ volume, containers }, t) => ({
    place: 'toast',
    text: t('volumeInUse', { volume, containers: containers.join(', ') }),
  }),
  unavailable: ({ reason }, t) => ({ place: 'toast', text: t(`unavailable.${reason}`) }),
  busy: ({ subject, operationId }, t) => ({
    place: 'toast',
    text: t('busy', { subject }),
    action: operationId === null ? null : 'show-activity',
  }),
  cancelled: (_, t) => ({ place: 'toast', text: t('cancelled') }),
  'password-failed': ({ user }, t) => ({ place: 'inline', text: t('passwordFailed', { user }) }),
  'database-unreachable': ({ reason }, t) => ({
    place: 'inline',
    text: t('databaseUnreachable', { reason }),
    action: 'retry',
  }),
  'database-error': ({ reason, sqlState }, t) => ({
    place: 'inline',
    text: t('databaseError', { reason, sqlState }),
  }),
  unsupported: ({ capability }, t) => ({ place: 'toast', text: t('unsupported', { capability }) }),
  internal: ({ logId }, t) => ({ place: 'toast', text: t('internal', { logId }) }),
  'save-too-large': ({ sizeBytes, limitBytes }, t) => ({
    place: 'inline',
    text: t('saveTooLarge', { size: `${Math.ceil(sizeBytes / 2 ** 20)}`, limit: `${limitBytes / 2 ** 20}` }),
  }),
  'connection-lost': (_, t) => ({ place: 'banner', text: t('connectionLost'), action: 'retry' }),
};

export function errorPresentation(error: WindowError, t: Translate): ErrorPresentation {
  const present = table[error.code] as Present<WindowError['code']>;
  return { lines: [], action: null, ...present(error as never, t) };
}
