import { useTranslations } from 'use-intl';
import type { Operation } from '../../../../shared/contract/operations.ts';
import { useByteSize } from '../../components/use-byte-size.ts';
import { useOperationTexts } from '../activity/use-operation-texts.ts';

export interface ProgressText {
  detail: string | null;
  done: number;
  /** Null: nobody knows. */
  total: number | null;
  amount: string | null;
}

const settled: ReadonlySet<string> = new Set(['done', 'skipped', 'undone']);

/** How far an operation is: bytes where they are counted, else its steps. */
export function useProgressText({ steps, progress }: Operation): ProgressText {
  const t = useTranslations('frame');
  const texts = useOperationTexts();
  const byteSize = useByteSize();
  const current = steps.findIndex(({ state }) => state === 'running');
  const step = steps[current];
  const stepText =
    step === undefined
      ? null
      : t('stepOf', { step: texts.step(step.name), number: `${current + 1}`, count: `${steps.length}` });

  if (progress?.unit === 'bytes') {
    const { done, total, layers } = progress;
    const layersDone = layers.filter(({ state }) => state === 'done').length;
    return {
      detail:
        layers.length > 0 ? t('layers', { done: `${layersDone}`, count: `${layers.length}` }) : stepText,
      done,
      total,
      amount: total === null ? byteSize(done) : t('amount', { done: byteSize(done), total: byteSize(total) }),
    };
  }
  const done = steps.filter(({ state }) => settled.has(state)).length;
  return { detail: stepText, done, total: steps.length, amount: null };
}
