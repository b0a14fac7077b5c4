import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button, type ButtonVariant } from './button.tsx';
import { Icon } from './icon.tsx';

interface CopyButtonProps {
  /** What the button says and is called: "Copy URI". */
  label: string;
  /** The text, or where to get it when it is not at hand (a secret that is asked for only now). */
  text: string | (() => string | Promise<string>);
  variant?: ButtonVariant;
  disabledReason?: string | null;
}

const confirmedMs = 1_500;

/** Copies a text and says for a moment that it did; its name stays the same meanwhile. */
export function CopyButton({ label, text, variant = 'default', disabledReason }: CopyButtonProps) {
  const t = useTranslations('common');
  const [outcome, setOutcome] = useState<'idle' | 'copied' | 'failed'>('idle');

  useEffect(() => {
    if (outcome === 'idle') return;
    const timer = setTimeout(() => setOutcome('idle'), confirmedMs);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(typeof text === 'string' ? text : await text());
      setOutcome('copied');
    } catch {
      setOutcome('failed');
    }
  };

  return (
    <>
      <Button
        variant={variant}
        aria-label={label}
        disabledReason={disabledReason}
        onClick={() => void copy()}
      >
        <Icon name={outcome === 'copied' ? 'check' : outcome === 'failed' ? 'cross' : 'copy'} sizePx={13} />
        {label}
      </Button>
      <span className="visually-hidden" role="status">
        {outcome === 'copied' ? t('copied') : outcome === 'failed' ? t('notCopied') : ''}
      </span>
    </>
  );
}
