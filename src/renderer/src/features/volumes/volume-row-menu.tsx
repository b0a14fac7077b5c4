import { useTranslations } from 'use-intl';
import { useLocation } from 'wouter';
import type { VolumeRow } from '../../../../shared/contract/volumes.ts';
import { useInstances } from '../../api/instances.ts';
import { IconButton } from '../../components/icon-button.tsx';
import { Menu } from '../../components/menu.tsx';
import type { MenuEntry } from '../../components/menu-popup.tsx';
import { visibleText } from '../../components/visible-text.ts';
import { useDialogStore } from '../../stores/dialog-store.ts';
import { useNoEngine } from '../engine/use-no-engine.ts';
import { instancePath } from '../instance/instance-path.ts';
import { volumePath } from './volume-path.ts';

/** What can be done with a volume: through the instances that use it. */
export function VolumeRowMenu({ volume }: { volume: VolumeRow }) {
  const t = useTranslations('volumes');
  const why = useTranslations('errors.unavailable');
  const [, navigate] = useLocation();
  const openDialog = useDialogStore((store) => store.openDialog);
  const { data: instances } = useInstances();
  const noEngine = useNoEngine();
  const users = (instances ?? []).filter(({ storage }) => storage.source === volume.name);
  const entries: MenuEntry[] = [
    { label: t('action.details'), onSelect: () => navigate(volumePath(volume.name)) },
    ...users.flatMap(({ id, name, resetUnavailable }): MenuEntry[] => {
      const reason = noEngine ?? (resetUnavailable && why(resetUnavailable));
      return [
        { label: t('action.openUser', { name }), onSelect: () => navigate(instancePath(name)) },
        {
          label: t('action.reset'),
          danger: true,
          onSelect: () => openDialog({ kind: 'reset', id, name }),
          ...(reason === null ? {} : { disabled: true, note: reason }),
        },
      ];
    }),
  ];
  return (
    <Menu
      trigger={<IconButton icon="more" label={t('actionsFor', { name: visibleText(volume.name) })} />}
      entries={entries}
    />
  );
}
