import { useTranslations } from 'use-intl';
import type { RemovePreview } from '../../../../shared/contract/instances.ts';
import { Icon } from '../../components/icon.tsx';
import { PlainText } from '../../components/plain-text.tsx';
import { StepList } from '../../components/step-list.tsx';
import { useListedSteps } from '../instance/use-listed-steps.ts';
import styles from './remove-plan.module.css';

/** What stays, what goes, and the steps with their commands. */
export function RemovePlan({ name, preview }: { name: string; preview: RemovePreview }) {
  const t = useTranslations('remove');
  const steps = useListedSteps(preview.steps);
  const stays = preview.stays.map((item) =>
    t(item.kind === 'folder' ? 'stays.folder' : item.anonymous ? 'stays.anonymous' : 'stays.volume', {
      name: item.name,
    }),
  );
  const lost = ({ kind, name: lostName }: RemovePreview['goes'][number]) => {
    switch (kind) {
      case 'memory':
        return t('goes.memory');
      case 'container':
        return t('goes.data', { name });
      case 'volume':
        return t('goes.volume', { name: lostName });
    }
  };
  return (
    <>
      <section>
        <h3>{t('stays.title')}</h3>
        <ul className={styles.stays}>
          {stays.length === 0 && <li>{t('stays.nothing')}</li>}
          {stays.map((text) => (
            <Line key={text} icon="check" text={text} />
          ))}
        </ul>
      </section>
      <section>
        <h3>{t('goes.title')}</h3>
        <ul className={styles.goes}>
          {[t('goes.container', { name }), ...preview.goes.map(lost)].map((text) => (
            <Line key={text} icon="cross" text={text} />
          ))}
        </ul>
      </section>
      <section>
        <h3>{t('steps')}</h3>
        <StepList steps={steps} />
      </section>
    </>
  );
}

function Line({ icon, text }: { icon: 'check' | 'cross'; text: string }) {
  return (
    <li className={styles.line}>
      <Icon name={icon} sizePx={14} />
      <span>
        <PlainText text={text} />
      </span>
    </li>
  );
}
