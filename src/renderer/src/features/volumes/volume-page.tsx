import { useTranslations } from 'use-intl';
import { useVolumeSizes, useVolumes } from '../../api/volumes.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorBanner } from '../../components/error-banner.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { PageBody } from '../../components/page-body.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { PlainText } from '../../components/plain-text.tsx';
import { EngineGate } from '../engine/engine-gate.tsx';
import { VolumeCards } from './volume-cards.tsx';
import { VolumeVerdictChip } from './volume-verdict-chip.tsx';

/** One volume: all that is known about it. */
export function VolumePage({ name }: { name: string }) {
  return (
    <EngineGate>
      <VolumeScreen name={name} />
    </EngineGate>
  );
}

function VolumeScreen({ name }: { name: string }) {
  const t = useTranslations('volumes');
  const { data: volumes, error, refetch } = useVolumes();
  const volume = volumes?.find((row) => row.name === name);
  const sizes = useVolumeSizes(volumes);
  return (
    <>
      <PageHeader
        title={<PlainText text={name} />}
        hover={name}
        chips={volume !== undefined && <VolumeVerdictChip verdict={volume.verdict} />}
      >
        <LinkButton to="/volumes">{t('details.back')}</LinkButton>
      </PageHeader>
      <PageBody stack>
        {volumes === undefined && error !== null && (
          <ErrorBanner title={t('listFailed')} error={error.error} onRetry={() => void refetch()} />
        )}
        {volumes !== undefined && volume === undefined && (
          <EmptyState title={t('details.goneTitle')}>{t('details.goneText')}</EmptyState>
        )}
        {volume !== undefined && <VolumeCards volume={volume} sizeBytes={sizes.data?.[name]} />}
      </PageBody>
    </>
  );
}
