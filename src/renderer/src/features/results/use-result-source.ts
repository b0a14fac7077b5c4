import { useEffect, useState } from 'react';
import type { ResultInfo } from '../../../../shared/contract/results.ts';
import { onConnected } from '../../api/on-connected.ts';
import { readResultRows } from '../../api/results.ts';
import { PageCache } from '../../components/data-grid/page-cache.ts';

const pageRows = 200;
const keptBytes = 32 * 1024 * 1024;
const mostAtOnce = 2;

/** The rows of one result, read as they come in sight, also while more arrive. Give another result another `key`. */
export function useResultSource({ id, rowCount }: ResultInfo): PageCache {
  const [cache] = useState(() => {
    const pages = new PageCache({
      pageRows,
      limitBytes: keptBytes,
      mostAtOnce,
      read: (from, count, signal) => readResultRows(id, from, count, signal),
    });
    pages.setRowCount(rowCount);
    return pages;
  });
  useEffect(() => cache.setRowCount(rowCount), [cache, rowCount]);
  useEffect(() => {
    const end = onConnected(() => cache.retry());
    return () => {
      end();
      cache.dispose();
    };
  }, [cache]);
  return cache;
}
