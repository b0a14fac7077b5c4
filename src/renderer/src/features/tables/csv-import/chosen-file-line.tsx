import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { ByteSize } from '../../../components/byte-size.tsx';
import { FileButton } from '../../../components/file-button.tsx';
import { PlainText } from '../../../components/plain-text.tsx';
import { csvFileKinds } from './csv-file-kinds.ts';
import styles from './import-setup.module.css';

interface ChosenFileLineProps {
  file: File;
  /** No other one can be chosen now. */
  fixed: boolean;
  onFile: (file: File) => void;
}

export function ChosenFileLine({ file, fixed, onFile }: ChosenFileLineProps) {
  const t = useTranslations('tableFiles.import');
  const id = useId();
  return (
    <div className={styles.file}>
      <span className={styles.name}>
        <strong>
          <PlainText text={file.name} />
        </strong>{' '}
        · <ByteSize bytes={file.size} />
      </span>
      {!fixed && (
        <FileButton
          id={id}
          label={t('chooseOther')}
          accept={csvFileKinds}
          onFiles={([chosen]) => chosen !== undefined && onFile(chosen)}
        />
      )}
    </div>
  );
}
