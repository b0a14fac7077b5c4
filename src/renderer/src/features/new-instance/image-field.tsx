import { Autocomplete } from '@base-ui/react/autocomplete';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { PostgresImage } from '../../../../shared/contract/images.ts';
import { useImages } from '../../api/images.ts';
import { classNames } from '../../components/class-names.ts';
import { Field } from '../../components/field.tsx';
import { Icon } from '../../components/icon.tsx';
import { PlainText } from '../../components/plain-text.tsx';
import { useByteSize } from '../../components/use-byte-size.ts';
import styles from './image-field.module.css';

interface ImageFieldProps {
  value: string;
  onChange: (value: string) => void;
  error: ReactNode;
  warning: ReactNode;
}

/** Images on the engine to choose from, and room for any other reference. */
export function ImageField({ value, onChange, error, warning }: ImageFieldProps) {
  const t = useTranslations('newInstance');
  const [open, setOpen] = useState(false);
  const images = useImages().data ?? [];
  const chosen = images.find(({ reference }) => reference === value);
  return (
    <Field
      label={t('label.image')}
      error={error}
      warning={warning}
      hint={chosen && <ImageFacts image={chosen} />}
    >
      <Autocomplete.Root
        items={images.map(({ reference }) => reference)}
        value={value}
        onValueChange={(next) => onChange(next)}
        mode="none"
        openOnInputClick
        open={open}
        // Opened on purpose only: what is typed may be any reference, and the rest of the form stays in reach.
        onOpenChange={(next, { reason }) => setOpen(next && reason !== 'input-change')}
      >
        <div className={styles.control}>
          <Autocomplete.Input
            className={classNames(styles.input, Boolean(error) && styles.invalid)}
            spellCheck={false}
          />
          <span className={styles.mark}>
            <Icon name="chevron" sizePx={12} />
          </span>
        </div>
        <Autocomplete.Portal>
          <Autocomplete.Positioner className={styles.positioner} sideOffset={4}>
            <Autocomplete.Popup className={styles.popup}>
              <Autocomplete.Empty className={styles.empty}>{t('image.none')}</Autocomplete.Empty>
              <Autocomplete.List>
                {images.map((image) => (
                  <Autocomplete.Item key={image.reference} value={image.reference} className={styles.item}>
                    <span className="mono">
                      <PlainText text={image.reference} />
                    </span>
                    <ImageFacts image={image} />
                  </Autocomplete.Item>
                ))}
              </Autocomplete.List>
            </Autocomplete.Popup>
          </Autocomplete.Positioner>
        </Autocomplete.Portal>
      </Autocomplete.Root>
    </Field>
  );
}

function ImageFacts({ image }: { image: PostgresImage }) {
  const t = useTranslations('newInstance.image');
  const bytes = useByteSize();
  const version = image.version ?? image.major;
  const facts = [
    version === null ? null : t('version', { version: String(version) }),
    bytes(image.sizeBytes),
    image.builtLocally ? t('builtLocally') : null,
  ];
  return <span className={styles.facts}>{facts.filter(Boolean).join(' · ')}</span>;
}
