import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ConsolePreferences } from '../../../../../shared/contract/consoles.ts';
import { Button } from '../../../components/button.tsx';
import { ByteSize } from '../../../components/byte-size.tsx';
import { CheckboxField } from '../../../components/checkbox-field.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { PlainText } from '../../../components/plain-text.tsx';
import { Segments } from '../../../components/segments.tsx';
import styles from './open-file-dialog.module.css';
import { readSqlText } from './read-sql-text.ts';

interface OpenFileDialogProps {
  file: File;
  preferences: ConsolePreferences | undefined;
  onError: (onError: ConsolePreferences['onError']) => void;
  onOpen: (text: string) => void;
  onRun: (oneTransaction: boolean) => void;
  /** Why nothing can be run now. */
  blocked: string | null;
  onClose: () => void;
}

const largestOpenedBytes = 5 * 1024 * 1024;

/** What to do with a chosen file: read it in the editor, or run it as it is. */
export function OpenFileDialog(props: OpenFileDialogProps) {
  const { file, preferences, onError, onOpen, onRun, blocked, onClose } = props;
  const t = useTranslations('sql.file');
  const common = useTranslations('common');
  const [oneTransaction, setOneTransaction] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const packed = file.name.toLowerCase().endsWith('.gz');
  const unopenable = packed ? t('packed') : file.size > largestOpenedBytes ? t('tooBig') : problem;

  const open = async () => {
    const text = await readSqlText(file);
    if (text === null) setProblem(t('notText'));
    else onOpen(text);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('title')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button disabledReason={unopenable} onClick={() => void open()}>
            {t('open')}
          </Button>
          <Button variant="primary" disabledReason={blocked} onClick={() => onRun(oneTransaction)}>
            {t('run')}
          </Button>
        </>
      }
    >
      <p className={styles.file}>
        <strong>
          <PlainText text={file.name} />
        </strong>{' '}
        · <ByteSize bytes={file.size} />
      </p>
      {unopenable !== null && <p className="muted">{unopenable}</p>}
      <CheckboxField
        label={t('oneTransaction')}
        hint={t('oneTransactionHint')}
        checked={oneTransaction}
        onChange={setOneTransaction}
      />
      {!oneTransaction && preferences !== undefined && (
        <Segments
          label={t('onError')}
          value={preferences.onError}
          onChange={onError}
          options={[
            { value: 'stop', label: t('stop') },
            { value: 'continue', label: t('continue') },
          ]}
        />
      )}
    </Dialog>
  );
}
