import { useTranslations } from 'use-intl';
import type { VolumeRow } from '../../../../shared/contract/volumes.ts';
import { useVolumeContent } from '../../api/volumes.ts';
import { Skeleton } from '../../components/skeleton.tsx';

/** What a volume holds, in words. It is read when this is shown. */
export function VolumeContentText({ volume }: { volume: VolumeRow }) {
  const content = useVolumeContent(volume);
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
