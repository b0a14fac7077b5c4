import { useTranslations } from 'use-intl';
import type { Instance } from '../../../../shared/contract/instances.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { PlainText } from '../../components/plain-text.tsx';
import { useDialogStore } from '../../stores/dialog-store.ts';
import { useNoEngine } from '../engine/use-no-engine.ts';
import styles from './instance-banners.module.css';
import { instancePath } from './instance-path.ts';

/** What is wrong with it, why, and the next step. */
export function InstanceBanners({ instance }: { instance: Instance }) {
  const t = useTranslations('instance.banner');
  const logs = <LinkButton to={instancePath(instance.name, 'logs')}>{t('showLogs')}</LinkButton>;
  const failed =
    instance.state === 'stopped' &&
    !instance.uncleanShutdown &&
    instance.decisiveLogLine !== null &&
    instance.exitCode !== null &&
    instance.exitCode !== 0;
  return (
    <>
      {instance.state === 'crash-loop' && (
        <Banner tone="bad" actions={logs}>
          <strong>{t('crashLoop')}</strong> <Decisive instance={instance} otherwise={t('crashLoopPlain')} />
        </Banner>
      )}
      {failed && (
        <Banner tone="bad" actions={logs}>
          <strong>{t('failedStart', { code: String(instance.exitCode) })}</strong>{' '}
          <Decisive instance={instance} otherwise={t('crashLoopPlain')} />
        </Banner>
      )}
      {instance.state === 'unhealthy' && (
        <Banner tone="warn" actions={logs}>
          <strong>{t('unhealthy')}</strong> <Decisive instance={instance} otherwise="" />
        </Banner>
      )}
      {instance.uncleanShutdown && (
        <Banner tone="warn" actions={logs}>
          <strong>{t('unclean')}</strong> {t('uncleanBody')}
        </Banner>
      )}
      {instance.halfInitialised && <HalfInitialised instance={instance} />}
    </>
  );
}

function Decisive({ instance, otherwise }: { instance: Instance; otherwise: string }) {
  if (instance.decisiveLogLine === null) return <>{otherwise}</>;
  return (
    <code className={styles.line}>
      <PlainText text={instance.decisiveLogLine} />
    </code>
  );
}

function HalfInitialised({ instance }: { instance: Instance }) {
  const t = useTranslations('instance');
  const openDialog = useDialogStore((store) => store.openDialog);
  const noEngine = useNoEngine();
  const { id, name, resetUnavailable } = instance;
  return (
    <Banner
      tone="warn"
      actions={
        resetUnavailable === null && (
          <Button
            variant="danger"
            disabledReason={noEngine}
            onClick={() => openDialog({ kind: 'reset', id, name })}
          >
            {t('banner.reset')}
          </Button>
        )
      }
    >
      <strong>{t('banner.half')}.</strong> {t('banner.halfBody')}
    </Banner>
  );
}
