import { useTranslations } from 'use-intl';
import type { InstanceDetail } from '../../../../shared/contract/instances.ts';
import { Card } from '../../components/card.tsx';
import { PlainText } from '../../components/plain-text.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import styles from './next-start-card.module.css';
import { type NextStartFact, nextStartFacts } from './next-start-facts.ts';

/** What will be ignored at the next start, and why. */
export function NextStartCard({ detail }: { detail: InstanceDetail }) {
  const t = useTranslations('instance.nextStart');
  const facts = nextStartFacts(detail);
  const serious = facts.some(({ kind }) => kind !== 'initialised');
  return (
    <Card
      title={t('title')}
      aside={serious && <StatusChip tone="warn">{t('count', { count: facts.length })}</StatusChip>}
    >
      <div className={styles.facts}>
        {facts.length === 0 && <p className={styles.body}>{t('nothing')}</p>}
        {facts.map((fact) => (
          <p key={fact.kind}>
            <strong>
              <Headline fact={fact} />
            </strong>{' '}
            <span className={styles.body}>{t(`${fact.kind}Body`)}</span>
          </p>
        ))}
      </div>
    </Card>
  );
}

function Headline({ fact }: { fact: NextStartFact }) {
  const t = useTranslations('instance.nextStart');
  if (fact.kind !== 'scripts') return <>{t(fact.kind)}</>;
  return <PlainText text={t('scripts', { count: fact.names.length, names: fact.names.join(', ') })} />;
}
