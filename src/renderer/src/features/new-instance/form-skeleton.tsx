import { useTranslations } from 'use-intl';
import { Card } from '../../components/card.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import styles from './new-instance-form.module.css';

const PARTS = ['server', 'login', 'reach', 'storage'] as const;

/** The form before its defaults are known: the same frames, so that nothing jumps. */
export function FormSkeleton() {
  const t = useTranslations('newInstance');
  return (
    <div className={styles.layout} aria-busy="true">
      <div className={styles.fields}>
        {PARTS.map((part) => (
          <Card key={part} title={t(`section.${part}`)}>
            <div className={styles.pair}>
              <Skeleton widthPx={220} />
              <Skeleton widthPx={180} />
            </div>
          </Card>
        ))}
      </div>
      <aside className={styles.aside}>
        <Card title={t('byHand.title')}>
          <Skeleton widthPx={300} />
        </Card>
      </aside>
    </div>
  );
}
