import { useTranslations } from 'use-intl';
import { useVolumeSizes, useVolumes } from '../../api/volumes.ts';
import { ByteSize } from '../../components/byte-size.tsx';
import { Skeleton } from '../../components/skeleton.tsx';

/** Size of a volume, asked for only once it is shown: the engine walks the disk for it. */
export function VolumeSize({ name }: { name: string }) {
  const t = useTranslations('instance.storage');
  const volumes = useVolumes();
  const sizes = useVolumeSizes(volumes.data);
  const bytes = sizes.data?.[name];
  if (bytes !== undefined && bytes >= 0) return <ByteSize bytes={bytes} />;
  if (volumes.isPending || sizes.isFetching) {
    return (
      <span title={t('measuring')}>
        <Skeleton widthPx={56} />
      </span>
    );
  }
  return <span className="muted">{t('unknownSize')}</span>;
}
