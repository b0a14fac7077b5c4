import { useTranslations } from 'use-intl';
import type { Console } from '../../../../shared/contract/consoles.ts';
import { Button } from '../../components/button.tsx';
import { TabStrip } from '../../components/tab-strip.tsx';
import { ConsoleMark } from './console-mark.tsx';

interface ConsoleTabsProps {
  consoles: readonly Console[];
  current: string;
  onSelect: (id: string) => void;
  onClose: (id: string) => void;
  onNew: () => void;
  creating: boolean;
}

/** One tab per console, and a button for another one. */
export function ConsoleTabs({ consoles, current, onSelect, onClose, onNew, creating }: ConsoleTabsProps) {
  const t = useTranslations('sql.tabs');
  return (
    <>
      <TabStrip
        label={t('label')}
        tabs={consoles.map(({ id, number }) => ({
          id,
          label: t('query', { number: String(number) }),
          mark: <ConsoleMark id={id} />,
        }))}
        current={current}
        onSelect={onSelect}
        closing={{ label: ({ label }) => t('close', { label }), onClose }}
      />
      <Button
        variant="ghost"
        square
        aria-label={t('new')}
        title={t('new')}
        disabled={creating}
        onClick={onNew}
      >
        +
      </Button>
    </>
  );
}
