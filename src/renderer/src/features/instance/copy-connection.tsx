import { useTranslations } from 'use-intl';
import type { ConnectionView } from '../../../../shared/contract/instances.ts';
import { revealConnection } from '../../api/instances.ts';
import { CopyButton } from '../../components/copy-button.tsx';

const FORMATS = [
  ['uri', 'copyUri'],
  ['psql', 'copyPsql'],
  ['env', 'copyEnv'],
] as const;

/** Copies a ready-made text with the password in it, which is asked for only at that moment. */
export function CopyConnection({ name, view }: { name: string; view: ConnectionView | null }) {
  const t = useTranslations('instance.connect');
  const read = async (format: 'uri' | 'psql' | 'env') => {
    if (view === null) return '';
    const connection = await revealConnection(name);
    const revealed = view.from === 'host' ? connection.host : connection.container;
    if (revealed === null) throw new Error(`Not reachable from the ${view.from} any more`);
    return revealed[format];
  };
  const reason = view === null ? t('reading') : view.passwordSource === 'unknown' ? t('unknown') : null;
  return FORMATS.map(([format, label]) => (
    <CopyButton key={format} label={t(label)} text={() => read(format)} disabledReason={reason} />
  ));
}
