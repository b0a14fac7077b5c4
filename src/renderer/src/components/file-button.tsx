import styles from './file-button.module.css';

interface FileButtonProps {
  /** Of the file input, for the label of the field. */
  id: string;
  /** What the button says. */
  label: string;
  accept: string;
  onFiles: (files: readonly File[]) => void;
  multiple?: boolean;
  disabled?: boolean;
  invalid?: boolean;
  describedBy?: string;
}

/** A file input that looks like a button and speaks the window's language; the same file can be chosen again. */
export function FileButton({
  id,
  label,
  accept,
  onFiles,
  multiple = false,
  disabled = false,
  invalid = false,
  describedBy,
}: FileButtonProps) {
  return (
    <span className={styles.file}>
      <input
        id={id}
        type="file"
        className="visually-hidden"
        accept={accept}
        multiple={multiple}
        disabled={disabled}
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
      <label htmlFor={id} className={styles.button}>
        {label}
      </label>
    </span>
  );
}
