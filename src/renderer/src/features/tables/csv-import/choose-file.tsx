import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { ByteSize } from '../../../components/byte-size.tsx';
import { FileButton } from '../../../components/file-button.tsx';
import { PlainText } from '../../../components/plain-text.tsx';
import styles from './choose-file.module.css';

interface ChooseFileProps {
  /** Null: none is chosen yet. */
  file: File | null;
  /** No other one can be chosen now. */
  fixed: boolean;
  onFile: (file: File) => void;
}

/** What the system's file dialog shows first. */
const csvFiles = '.csv,.tsv,.tab,.txt,text/csv,text/tab-separated-values,text/plain';

/** The file, and the button to choose it or another one. The button stays the same, and keeps the focus. */
export function ChooseFile({ file, fixed, onFile }: ChooseFileProps) {
  const t = useTranslations('tableFiles.import');
  const id = useId();
  return (
    <div className={file === null ? styles.zone : styles.line}>
      {file !== null && (
        <span className={styles.name}>
          <strong>
            <PlainText text={file.name} />
          </strong>{' '}
          · <ByteSize bytes={file.size} />
        </span>
      )}
      <FileButton
        id={id}
        label={t(file === null ? 'choose' : 'chooseOther')}
        accept={csvFiles}
        disabled={fixed}
        onFiles={([chosen]) => chosen !== undefined && onFile(chosen)}
      />
      {file === null && <span className="muted">{t('drop')}</span>}
    </div>
  );
}
