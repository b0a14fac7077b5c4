import { useTranslations } from 'use-intl';
import type { ResetPreview } from '../../../../shared/contract/instances.ts';
import { PlainText } from '../../components/plain-text.tsx';
import { StepList } from '../../components/step-list.tsx';
import { useListedSteps } from '../instance/use-listed-steps.ts';
import { LostData } from './lost-data.tsx';

/** What goes, what comes instead, and the steps with their commands. */
export function ResetPlan({ name, preview, keep }: { name: string; preview: ResetPreview; keep: boolean }) {
  const t = useTranslations('reset');
  const steps = useListedSteps(keep ? preview.steps : withoutRestorePoint(preview));
  const { user, database, initScripts } = preview.after;
  return (
    <>
      <p>
        <PlainText text={t('intro', { name, volume: preview.volume })} />
      </p>
      <section>
        <h3>{t('lost.title')}</h3>
        <LostData preview={preview} />
      </section>
      <section>
        <h3>{t('after.title')}</h3>
        <p>
          <PlainText text={t('after.credentials', { user, database })} />
        </p>
        <p>
          <PlainText
            text={
              initScripts.length === 0
                ? t('after.noScripts')
                : t('after.scripts', { count: initScripts.length, names: initScripts.join(', ') })
            }
          />
        </p>
      </section>
      <section>
        <h3>{t('steps.title')}</h3>
        <StepList steps={steps} />
      </section>
    </>
  );
}

/** The old volume goes where it would have been kept. */
function withoutRestorePoint({ steps, volume }: ResetPreview): ResetPreview['steps'] {
  return [
    ...steps.filter(({ name }) => name !== 'keep-restore-point'),
    { name: 'remove-volume', command: `docker volume rm ${volume}` },
  ];
}
