import { useTranslations } from 'use-intl';
import type { ResultInfo } from '../../../../shared/contract/results.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { useByteSize } from '../../components/use-byte-size.ts';

/** Why a result is not whole, and what to do about it. */
export function ResultNotice({ result, onRunWhole }: { result: ResultInfo; onRunWhole: () => void }) {
  const t = useTranslations('results.notice');
  const { state, rowCount: count, capped } = result;
  switch (state) {
    case 'running':
    case 'complete':
      return null;
    case 'cancelled':
      return <Banner tone="info">{t('cancelled', { count })}</Banner>;
    case 'failed':
      return <Banner tone="warn">{t('failed', { count })}</Banner>;
    case 'capped':
      return <Capped capped={capped} count={count} onRunWhole={onRunWhole} />;
  }
}

interface CappedProps {
  capped: ResultInfo['capped'];
  count: number;
  onRunWhole: () => void;
}

/** Running it again helps against the limit of a result, not against that of a row. */
function Capped({ capped, count, onRunWhole }: CappedProps) {
  const t = useTranslations('results.notice');
  const byteSize = useByteSize();
  const bytes = byteSize(capped?.bytes ?? 0);
  if (capped?.limit === 'row') return <Banner tone="warn">{t('cappedRow', { count, size: bytes })}</Banner>;
  return (
    <Banner tone="warn" actions={<Button onClick={onRunWhole}>{t('runWhole')}</Button>}>
      {t('cappedDisk', { count, limit: bytes })}
    </Banner>
  );
}
