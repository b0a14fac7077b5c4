import { type DragEvent, type ReactNode, useState } from 'react';
import { classNames } from '../../../components/class-names.ts';
import styles from './file-drop.module.css';

interface FileDropProps {
  /** What is dropped is let go: no other file can be taken now. */
  closed: boolean;
  onFile: (file: File) => void;
  children: ReactNode;
}

/** Takes a file that is dropped on what is in it. The browser would open the file instead of the app. */
export function FileDrop({ closed, onFile, children }: FileDropProps) {
  const [over, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut for the button in it
    <div
      className={classNames(styles.drop, over && styles.over)}
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(!closed);
      }}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false);
      }}
      onDrop={(event) => {
        setOver(false);
        if (!hasFiles(event)) return;
        event.preventDefault();
        const file = event.dataTransfer.files[0];
        if (file !== undefined && !closed) onFile(file);
      }}
    >
      {children}
    </div>
  );
}

const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
