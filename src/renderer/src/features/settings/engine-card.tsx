import { useTranslations } from 'use-intl';
import { useEngineStatus } from '../../api/engine.ts';
import { Card } from '../../components/card.tsx';
import { AttemptsTable } from '../engine/attempts-table.tsx';
import { EngineChoice } from '../engine/engine-choice.tsx';

export function EngineCard() {
  const t = useTranslations('settings');
  const { data: status } = useEngineStatus();
  return (
    <Card title={t('engine')} aside={<EngineChoice status={status} />} flush>
      <AttemptsTable
        attempts={status?.tried ?? []}
        inUse={status?.state === 'connected' ? status.engine?.candidateId : undefined}
      />
    </Card>
  );
}
