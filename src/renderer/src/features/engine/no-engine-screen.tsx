import { useTranslations } from 'use-intl';
import type { EngineStatus } from '../../../../shared/contract/engine.ts';
import { useEngineStatus, useRetryEngine } from '../../api/engine.ts';
import { useCapabilities, useOpenUrl } from '../../api/host.ts';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { CommandBlock } from '../../components/command-block.tsx';
import { PageBody } from '../../components/page-body.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { useErrorToast } from '../../errors/use-error-toast.ts';
import { adviceCommands, adviceUrl } from './advice-commands.ts';
import { AttemptsTable } from './attempts-table.tsx';
import styles from './no-engine-screen.module.css';

/** No engine answers: what was tried with the reason of each, and how to get one here. */
export function NoEngineScreen() {
  const t = useTranslations('engine');
  const { data: status } = useEngineStatus();
  const retry = useRetryEngine();
  const showError = useErrorToast();
  return (
    <>
      <PageHeader title={t('none.title')}>
        <Button
          variant="primary"
          busy={retry.isPending}
          onClick={() => retry.mutate(undefined, { onError: ({ error }) => showError(error) })}
        >
          {t('retry')}
        </Button>
      </PageHeader>
      <PageBody stack>
        <p className={styles.lead}>{t('none.text')}</p>
        {status !== undefined && <Advice advice={status.advice} />}
        <Card title={t('none.tried')} flush>
          <AttemptsTable attempts={status?.tried ?? []} inUse={undefined} />
        </Card>
      </PageBody>
    </>
  );
}

function Advice({ advice }: { advice: EngineStatus['advice'] }) {
  const t = useTranslations('engine.advice');
  const openUrl = useOpenUrl();
  const { data: capabilities } = useCapabilities();
  const showError = useErrorToast();
  return (
    <Card title={t('title')}>
      <div className={styles.advice}>
        <p>{t(advice)}</p>
        <div className={styles.commands}>
          {adviceCommands[advice].map((command) => (
            <CommandBlock key={command} command={command} />
          ))}
        </div>
        {capabilities?.canOpenUrl === false ? (
          <p>
            {t('manual')}: <code>{adviceUrl}</code>
          </p>
        ) : (
          <Button
            onClick={() => openUrl.mutate({ url: adviceUrl }, { onError: ({ error }) => showError(error) })}
          >
            {t('manual')}
          </Button>
        )}
      </div>
    </Card>
  );
}
