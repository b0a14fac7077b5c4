import type { OperationProgress } from '../../shared/contract/operations.ts';
import type { PullProgress } from '../docker/engine-types.ts';

type Layer = OperationProgress['layers'][number];

const maxLayers = 64;

/** The state of a pull before its first message. */
export const noPullProgress: OperationProgress = { done: 0, total: null, unit: 'bytes', layers: [] };

/**
 * Folds one message of a pull into the progress. `total` is known once every layer has told its size; layers beyond 64
 * are left out. Messages without a layer ("Pulling from library/postgres", "Digest: …") change nothing.
 */
export function foldPullProgress(progress: OperationProgress, message: PullProgress): OperationProgress {
  if (message.layerId === null) return progress;
  const known = progress.layers.find((layer) => layer.id === message.layerId);
  const layer = foldLayer(known ?? newLayer(message.layerId), message);
  if (layer === null) return progress;
  const layers =
    known === undefined
      ? [...progress.layers, layer].slice(0, maxLayers)
      : progress.layers.map((one) => (one === known ? layer : one));
  return { ...progress, layers, ...sum(layers) };
}

function newLayer(id: string): Layer {
  return { id, state: 'waiting', doneBytes: 0, totalBytes: null };
}

/** Null: a message that names something else than a layer (the tag: "16: Pulling from library/postgres"). */
function foldLayer(layer: Layer, { status, doneBytes, totalBytes }: PullProgress): Layer | null {
  const bytes = doneBytes === null ? {} : { doneBytes, totalBytes: totalBytes || layer.totalBytes };
  switch (status.toLowerCase()) {
    case 'pulling fs layer':
    case 'waiting':
      return layer;
    case 'retrying':
      return { ...layer, state: 'waiting', doneBytes: 0 };
    case 'downloading':
      return { ...layer, state: 'downloading', ...bytes };
    case 'verifying checksum':
    case 'download complete':
      return { ...layer, state: 'downloading', doneBytes: layer.totalBytes ?? layer.doneBytes };
    // What is extracted was downloaded: its bytes stay counted as done.
    case 'extracting':
      return { ...layer, state: 'extracting', doneBytes: layer.totalBytes ?? layer.doneBytes };
    case 'pull complete':
    case 'already exists':
      return { ...layer, state: 'done', doneBytes: layer.totalBytes ?? layer.doneBytes };
    default:
      return status.startsWith('Retrying in') ? { ...layer, state: 'waiting', doneBytes: 0 } : null;
  }
}

function sum(layers: readonly Layer[]): Pick<OperationProgress, 'done' | 'total'> {
  const done = layers.reduce((bytes, layer) => bytes + layer.doneBytes, 0);
  const isKnown = layers.every((layer) => layer.totalBytes !== null || layer.state === 'done');
  const total = layers.reduce((bytes, layer) => bytes + (layer.totalBytes ?? 0), 0);
  return { done, total: isKnown && total > 0 ? total : null };
}
