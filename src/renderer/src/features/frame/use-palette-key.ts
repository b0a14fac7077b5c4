import { useEffect } from 'react';
import { usePaletteStore } from '../../stores/palette-store.ts';

/** Ctrl+K, on Macs also Cmd+K, opens and closes the command palette from anywhere. */
export function usePaletteKey(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (
        !(event.ctrlKey || event.metaKey) ||
        event.altKey ||
        event.shiftKey ||
        event.key.toLowerCase() !== 'k'
      )
        return;
      event.preventDefault();
      const { open, setOpen } = usePaletteStore.getState();
      setOpen(!open);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
