import { useTranslations } from 'use-intl';
import { useLocation } from 'wouter';
import { useRetryEngine } from '../../api/engine.ts';
import { useChangeSettings } from '../../api/settings.ts';
import { useVolumes } from '../../api/volumes.ts';
import { useErrorToast } from '../../errors/use-error-toast.ts';
import { locales } from '../../i18n/messages.ts';
import { useDialogStore } from '../../stores/dialog-store.ts';
import { languageNames } from '../settings/language-names.ts';
import { volumePath } from '../volumes/volume-path.ts';
import type { PaletteEntry } from './palette-entry.ts';

/** Screens, and actions that belong to no instance. */
export function useAppEntries(): PaletteEntry[] {
  const t = useTranslations('palette');
  const words = useTranslations('instances');
  const places = useTranslations('frame.place');
  const themes = useTranslations('settings.themes');
  const [, navigate] = useLocation();
  const openDialog = useDialogStore((store) => store.openDialog);
  const showError = useErrorToast();
  const change = useChangeSettings();
  const retry = useRetryEngine();
  const failed = { onError: ({ error }: { error: Parameters<typeof showError>[0] }) => showError(error) };
  return [
    { id: 'new', kind: 'action', label: words('new'), run: () => navigate('/new-instance') },
    { id: 'load', kind: 'action', label: words('load'), run: () => openDialog({ kind: 'load-image' }) },
    ...(['instances', 'containers', 'volumes', 'activity', 'settings'] as const).map(
      (place): PaletteEntry => ({
        id: `place-${place}`,
        kind: 'place',
        label: t('go', { place: places(place) }),
        run: () => navigate(`/${place}`),
      }),
    ),
    ...(['system', 'light', 'dark'] as const).map(
      (theme): PaletteEntry => ({
        id: `theme-${theme}`,
        kind: 'action',
        label: t('theme', { theme: themes(theme) }),
        run: () => change.mutate({ theme }, failed),
      }),
    ),
    ...locales.map(
      (language): PaletteEntry => ({
        id: `language-${language}`,
        kind: 'action',
        label: t('language', { language: languageNames[language] }),
        run: () => change.mutate({ language }, failed),
      }),
    ),
    { id: 'retry', kind: 'action', label: t('retryEngine'), run: () => retry.mutate(undefined, failed) },
  ];
}

/** Volumes by name. */
export function useVolumeEntries(): PaletteEntry[] {
  const { data: volumes } = useVolumes();
  const [, navigate] = useLocation();
  return (volumes ?? []).map(({ name }) => ({
    id: `volume-${name}`,
    kind: 'volume',
    label: name,
    run: () => navigate(volumePath(name)),
  }));
}
