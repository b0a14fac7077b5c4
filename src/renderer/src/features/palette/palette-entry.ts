import type { IconName } from '../../components/icon.tsx';

export interface PaletteEntry {
  id: string;
  kind: 'instance' | 'table' | 'volume' | 'place' | 'action';
  label: string;
  run: () => void;
}

export const paletteIcons: Readonly<Record<PaletteEntry['kind'], IconName>> = {
  instance: 'container',
  table: 'table',
  volume: 'volume',
  place: 'chevron-right',
  action: 'action',
};
