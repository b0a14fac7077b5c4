import { type ReactNode, Suspense, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useLocation } from 'wouter';
import { classNames } from '../../components/class-names.ts';
import { ToastRegion } from '../../components/toast-region.tsx';
import { lazyScreen } from '../../lazy-screen.ts';
import { useDialogStore } from '../../stores/dialog-store.ts';
import { usePaletteStore } from '../../stores/palette-store.ts';
import { useEngineView } from '../engine/use-engine-view.ts';
import { BottomBar } from './bottom-bar.tsx';
import styles from './frame.module.css';
import { InitialisingDialog } from './initialising-dialog.tsx';
import { InterruptedBanners } from './interrupted-banners.tsx';
import { LostBanner } from './lost-banner.tsx';
import { Rail } from './rail.tsx';
import { ScreenBoundary } from './screen-boundary.tsx';
import { TopBar } from './top-bar.tsx';
import { useFinishedToasts } from './use-finished-toasts.tsx';
import { usePaletteKey } from './use-palette-key.ts';

const InstanceDialogs = lazyScreen(() =>
  import('../instance/instance-dialogs.tsx').then((file) => file.InstanceDialogs),
);
const LoadImageDialog = lazyScreen(() =>
  import('../load-image/load-image-dialog.tsx').then((file) => file.LoadImageDialog),
);
const Palette = lazyScreen(() => import('../palette/palette.tsx').then((file) => file.Palette));

/** What stands around every screen: rail, bars, banners, dialogs, toasts. */
export function Frame({ children }: { children: ReactNode }) {
  const t = useTranslations('frame');
  const main = useRef<HTMLElement>(null);
  const [place] = useLocation();
  const stale = useEngineView() === 'lost';
  useFinishedToasts();
  usePaletteKey();
  return (
    <div className={styles.frame}>
      <button type="button" className={styles.skip} onClick={() => main.current?.focus()}>
        {t('skip')}
      </button>
      <TopBar />
      <Rail />
      <div className={styles.middle}>
        <div className={styles.banners}>
          <LostBanner />
          <InterruptedBanners />
        </div>
        <main ref={main} tabIndex={-1} className={classNames(styles.main, stale && styles.stale)}>
          <ScreenBoundary key={place}>{children}</ScreenBoundary>
        </main>
        <ToastRegion />
      </div>
      <BottomBar />
      <Overlays />
    </div>
  );
}

/** Fetched when the first of them is opened; they stay then, so that closing can be seen. */
function Overlays() {
  const dialog = useDialogStore((store) => store.dialog);
  const palette = usePaletteStore((store) => store.open);
  const opened = useRef({ dialogs: false, palette: false });
  opened.current.dialogs ||= dialog !== null;
  opened.current.palette ||= palette;
  return (
    <Suspense fallback={null}>
      <InitialisingDialog />
      {opened.current.dialogs && (
        <>
          <InstanceDialogs />
          <LoadImageDialog />
        </>
      )}
      {opened.current.palette && <Palette />}
    </Suspense>
  );
}
