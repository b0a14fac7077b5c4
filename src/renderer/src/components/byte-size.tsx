import { useFormatter } from 'use-intl';
import { useByteSize } from './use-byte-size.ts';

/** A size in binary units, the exact number of bytes on hover. */
export function ByteSize({ bytes }: { bytes: number }) {
  const format = useFormatter();
  const byteSize = useByteSize();
  return (
    <span className="numeric" title={`${format.number(bytes)} B`}>
      {byteSize(bytes)}
    </span>
  );
}
