import type { useTranslations } from 'use-intl';
import type { BadLine } from '../../../../../shared/contract/csv-import.ts';

/** Why a line cannot be imported: in the server's words, or what is wrong with the line itself. */
export function badLineReason(
  { reason }: Pick<BadLine, 'reason'>,
  t: ReturnType<typeof useTranslations<'tableFiles.import.reason'>>,
): string {
  switch (reason.kind) {
    case 'server':
      return reason.detail === null ? reason.message : `${reason.message}. ${reason.detail}`;
    case 'too-few':
    case 'too-many':
      return t(reason.kind, { expected: reason.expected, found: reason.found });
    case 'open-quote':
    case 'bad-encoding':
      return t(reason.kind);
  }
}
