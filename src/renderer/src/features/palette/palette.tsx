import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Icon } from '../../components/icon.tsx';
import { PlainText } from '../../components/plain-text.tsx';
import { usePaletteStore } from '../../stores/palette-store.ts';
import styles from './palette.module.css';
import { type PaletteEntry, paletteIcons } from './palette-entry.ts';
import { rankMatches } from './rank-matches.ts';
import { useAppEntries, useVolumeEntries } from './use-app-entries.ts';
import { useInstanceEntries } from './use-instance-entries.ts';
import { useTableEntries } from './use-table-entries.ts';

/** Every action, instance, volume and table by name, keyboard first. */
export function Palette() {
  const t = useTranslations('palette');
  const open = usePaletteStore((store) => store.open);
  const setOpen = usePaletteStore((store) => store.setOpen);
  const ran = useRef(false);
  // After a choice the focus belongs to the screen it led to; without one it goes back to where it was.
  const afterwards = () => {
    const main = ran.current ? document.querySelector('main') : null;
    ran.current = false;
    return main ?? true;
  };
  const done = () => {
    ran.current = true;
    setOpen(false);
  };
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup className={styles.popup} aria-label={t('title')} finalFocus={afterwards}>
          <PaletteSearch onDone={done} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

const mostShown = 60;

function PaletteSearch({ onDone }: { onDone: () => void }) {
  const t = useTranslations('palette');
  const [typed, setTyped] = useState('');
  const { instances, actions } = useInstanceEntries();
  const entries = [...instances, ...useAppEntries(), ...useVolumeEntries(), ...useTableEntries(), ...actions];
  const found = rankMatches(entries, typed).slice(0, mostShown);
  const run = (entry: PaletteEntry) => {
    onDone();
    entry.run();
  };
  return (
    <Autocomplete.Root
      open
      inline
      items={found}
      filter={null}
      autoHighlight="always"
      keepHighlight
      value={typed}
      onValueChange={(next, { reason }) => reason !== 'item-press' && setTyped(next)}
      itemToStringValue={(entry: PaletteEntry) => entry.label}
    >
      <div className={styles.search}>
        <Icon name="search" />
        <Autocomplete.Input className={styles.input} aria-label={t('search')} placeholder={t('search')} />
      </div>
      <Autocomplete.Empty className={styles.nothing}>{t('nothing')}</Autocomplete.Empty>
      <Autocomplete.List className={styles.list} aria-label={t('results')}>
        {(entry: PaletteEntry) => (
          <Autocomplete.Item key={entry.id} value={entry} className={styles.item} onClick={() => run(entry)}>
            <Icon name={paletteIcons[entry.kind]} />
            <span className={styles.label}>
              <PlainText text={entry.label} />
            </span>
            <span className={styles.kind}>{t(`kind.${entry.kind}`)}</span>
          </Autocomplete.Item>
        )}
      </Autocomplete.List>
    </Autocomplete.Root>
  );
}
