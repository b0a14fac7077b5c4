import { useTranslations } from 'use-intl';
import { useLocation } from 'wouter';
import type { Instance } from '../../../../shared/contract/instances.ts';
import { Button } from '../../components/button.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { Menu } from '../../components/menu.tsx';
import { useNoEngine } from '../engine/use-no-engine.ts';
import { instancePath } from '../instance/instance-path.ts';
import { isUp } from '../instance/is-up.ts';
import { useInstanceLife } from '../instance/use-instance-life.ts';
import styles from './instances-table.module.css';
import { useInstanceMenu } from './use-instance-menu.ts';

/** The buttons of one row. */
export function InstanceRowActions({ instance }: { instance: Instance }) {
  const t = useTranslations('instances');
  const [, navigate] = useLocation();
  const life = useInstanceLife(instance);
  const noEngine = useNoEngine();
  const entries = useInstanceMenu(instance, life.restart);
  const { name, state } = instance;
  const busy = instance.operationId !== null || life.starting || life.stopping || life.restarting;
  return (
    <span className={styles.buttons}>
      {state === 'crash-loop' && (
        <Button aria-label={t('whyNamed', { name })} onClick={() => navigate(instancePath(name, 'logs'))}>
          {t('why')}
        </Button>
      )}
      {isUp(state) ? (
        <Button
          aria-label={t('stopNamed', { name })}
          busy={busy}
          disabledReason={noEngine}
          onClick={life.stop}
        >
          {t('stop')}
        </Button>
      ) : (
        <Button
          aria-label={t('startNamed', { name })}
          busy={busy}
          disabled={state === 'removing'}
          disabledReason={noEngine}
          onClick={life.start}
        >
          {t('start')}
        </Button>
      )}
      <Menu trigger={<IconButton icon="more" label={t('actionsFor', { name })} />} entries={entries} />
    </span>
  );
}
