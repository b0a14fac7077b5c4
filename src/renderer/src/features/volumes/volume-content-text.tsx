import { useTranslations } from 'use-intl';
import type { VolumeContent } from '../../../../shared/contract/volumes.ts';
import { Skeleton } from '../../components/skeleton.tsx';

/** What a volume holds, in words; undefined: still being read. */
export function VolumeContentText({ content }: { content: VolumeContent | undefined }) {
  const t = useTranslations('volumes.holds');
  switch (content?.kind) {
    case undefined:
      return <Skeleton widthPx={72} />;
    case 'postgres':
      return t('postgres', { major: `${content.major}` });
    case 'other':
    case 'empty':
    case 'unknown':
      return <span className="muted">{t(content.kind)}</span>;
  }
}
