import { onOperation } from '../../../api/operations-feed.ts';
import { forgetRemoved } from './forget-removed.ts';
import { StagedKeeper } from './staged-keeper.ts';

let keeper: StagedKeeper | null = null;

/** Keeps what is staged over a reload, from the first call for as long as the window lives. */
export function keepStaged(): void {
  if (keeper !== null) return;
  keeper = new StagedKeeper(sessionStorage, window);
  onOperation(forgetRemoved);
}
