import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { WindowError } from '../../../api/call-failure.ts';
import { IconButton } from '../../../components/icon-button.tsx';
import { useErrorPresentation } from '../../../errors/use-error-presentation.ts';
import styles from './find-bar.module.css';
import type { FindState } from './use-find-in-result.ts';

interface FindBarProps {
  text: string;
  state: FindState;
  error: WindowError | null;
  /** Goes up when the field is asked for again while it is open. */
  asked: number;
  onText: (text: string) => void;
  onNext: (backwards: boolean) => void;
  onClose: () => void;
}

/** Looks through all of a result while it is typed; Enter goes on, Shift+Enter back, Escape closes. */
export function FindBar({ text, state, error, asked, onText, onNext, onClose }: FindBarProps) {
  const t = useTranslations('results.find');
  const present = useErrorPresentation();
  const field = useRef<HTMLInputElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for again, the field has the focus again
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [asked]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') onNext(event.shiftKey);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
  };
  return (
    <search className={styles.bar}>
      <input
        ref={field}
        className={styles.field}
        type="text"
        aria-label={t('field')}
        placeholder={t('field')}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <IconButton
        icon="chevron-up"
        label={t('previous')}
        disabled={text === ''}
        onClick={() => onNext(true)}
      />
      <IconButton icon="chevron" label={t('next')} disabled={text === ''} onClick={() => onNext(false)} />
      <span role="status" className={styles.state}>
        {error !== null
          ? present(error).text
          : state === 'none'
            ? t('none')
            : state === 'searching'
              ? t('searching')
              : ''}
      </span>
      <IconButton icon="close" label={t('close')} onClick={onClose} />
    </search>
  );
}
