import { useTranslations } from 'use-intl';
import { useLocation } from 'wouter';
import type { Instance } from '../../../../shared/contract/instances.ts';
import type { MenuEntry } from '../../components/menu-popup.tsx';
import { useDialogStore } from '../../stores/dialog-store.ts';
import { useNoEngine } from '../engine/use-no-engine.ts';
import { instancePath } from '../instance/instance-path.ts';
import { isUp } from '../instance/is-up.ts';
import { useCopyUri } from './use-copy-uri.tsx';

/** What else can be done with an instance; what cannot says why. */
export function useInstanceMenu(instance: Instance, restart: () => void): MenuEntry[] {
  const t = useTranslations('instances.action');
  const why = useTranslations('errors.unavailable');
  const held = useTranslations('instance.why');
  const [, navigate] = useLocation();
  const openDialog = useDialogStore((store) => store.openDialog);
  const copyUri = useCopyUri();
  const noEngine = useNoEngine();
  const { id, name } = instance;
  const busy = instance.operationId === null ? noEngine : held('busy');
  const unless = (reason: string | null) => (reason === null ? {} : { disabled: true, note: reason });
  const { resetUnavailable: noReset, recreateUnavailable: noRecreate } = instance;

  return [
    { label: t('open'), onSelect: () => navigate(instancePath(name)) },
    { label: t('logs'), onSelect: () => navigate(instancePath(name, 'logs')) },
    {
      label: t('copyUri'),
      onSelect: () => copyUri(instance),
      ...unless(noEngine),
    },
    'separator',
    {
      label: t('restart'),
      onSelect: restart,
      ...unless(busy ?? (isUp(instance.state) ? null : held('notRunning'))),
    },
    {
      label: t('recreate'),
      onSelect: () => openDialog({ kind: 'recreate', id, name }),
      ...unless(busy ?? (noRecreate && why(noRecreate))),
    },
    {
      label: t('reset'),
      danger: true,
      onSelect: () => openDialog({ kind: 'reset', id, name }),
      ...unless(busy ?? (noReset && why(noReset))),
    },
    {
      label: t('remove'),
      danger: true,
      onSelect: () => openDialog({ kind: 'remove', id, name }),
      ...unless(busy),
    },
  ];
}
